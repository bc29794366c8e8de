CREATE TABLE `gateway_feedback` (
	`organization_id` text NOT NULL,
	`request_id` text NOT NULL,
	`rating` integer,
	`comment` text,
	`correction` text,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `request_id`)
);
--> statement-breakpoint
CREATE TABLE `gateway_log` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`key_id` text NOT NULL,
	`model` text NOT NULL,
	`provider` text,
	`status` integer NOT NULL,
	`action` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `gateway_policies` (
	`organization_id` text NOT NULL,
	`key_id` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `key_id`, `status`, `version`)
);
--> statement-breakpoint
CREATE TABLE `gateway_settings` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`updated_at` text NOT NULL
);
