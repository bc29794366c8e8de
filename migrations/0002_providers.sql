CREATE TABLE `providers` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`provider_type` text NOT NULL,
	`api_base` text,
	`sealed_key` text,
	`default_model` text NOT NULL,
	`max_tokens` integer NOT NULL,
	`temperature_default` real NOT NULL,
	`is_active` integer NOT NULL,
	`is_default` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `providers_by_name` ON `providers` (`organization_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `providers_one_default` ON `providers` (`organization_id`) WHERE "providers"."is_default" = 1;