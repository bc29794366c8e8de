CREATE TABLE `gateway_captures` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`key_id` text NOT NULL,
	`kind` text NOT NULL,
	`conversation_id` text,
	`turns` integer NOT NULL,
	`size_bytes` integer NOT NULL,
	`seed_id` text,
	`created_at` text NOT NULL,
	`expires_at` text,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `gateway_captures_conversation` ON `gateway_captures` (`organization_id`,`conversation_id`);