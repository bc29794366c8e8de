CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`key_id` text NOT NULL,
	`key_prefix` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`secret_hash` text NOT NULL,
	`is_active` integer NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_id_unique` ON `api_keys` (`key_id`);--> statement-breakpoint
CREATE INDEX `api_keys_organization` ON `api_keys` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`seed_id` text,
	`job_id` text,
	`import_id` text,
	`dominio` text NOT NULL,
	`idioma` text NOT NULL,
	`es_sintetica` integer NOT NULL,
	`num_turnos` integer NOT NULL,
	`status` text,
	`rating` real,
	`tags` text,
	`notes` text,
	`metadata` text NOT NULL,
	`segment_key` text NOT NULL,
	`segment_offset` integer NOT NULL,
	`segment_length` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `conversations_by_time` ON `conversations` (`organization_id`,`created_at`,`ordinal`);--> statement-breakpoint
CREATE INDEX `conversations_by_job` ON `conversations` (`organization_id`,`job_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `conversations_by_import` ON `conversations` (`organization_id`,`import_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `datasets` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`job_id` text,
	`template` text NOT NULL,
	`format` text NOT NULL,
	`record` text NOT NULL,
	`gzip` integer NOT NULL,
	`certified` integer NOT NULL,
	`conversation_count` integer NOT NULL,
	`skipped` integer NOT NULL,
	`splits` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`files` text NOT NULL,
	`warnings` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `datasets_by_time` ON `datasets` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `evaluation_reports` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seed_id` text,
	`job_id` text,
	`dominio` text,
	`passed` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `reports_by_time` ON `evaluation_reports` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reports_by_conversation` ON `evaluation_reports` (`organization_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`organization_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`reply` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`job_type` text NOT NULL,
	`status` text NOT NULL,
	`progress` real NOT NULL,
	`current_stage` text,
	`status_message` text,
	`config` text NOT NULL,
	`result` text,
	`error_message` text,
	`started_at` text,
	`completed_at` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_id_unique` ON `jobs` (`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_time` ON `jobs` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`description` text,
	`is_active` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug_unique` ON `organizations` (`slug`);--> statement-breakpoint
CREATE TABLE `seed_runs` (
	`organization_id` text NOT NULL,
	`seed_id` text NOT NULL,
	`job_id` text NOT NULL,
	`runs` integer NOT NULL,
	`quality_sum` real NOT NULL,
	`quality_count` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `seed_id`, `job_id`)
);
--> statement-breakpoint
CREATE TABLE `seed_versions` (
	`organization_id` text NOT NULL,
	`seed_id` text NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `seed_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `seeds` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`dominio` text NOT NULL,
	`idioma` text NOT NULL,
	`objetivo` text NOT NULL,
	`body` text NOT NULL,
	`source_conversation_id` text,
	`revision` integer NOT NULL,
	`rating_sum` real NOT NULL,
	`rating_count` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `seeds_by_time` ON `seeds` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `source_filters` (
	`organization_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`segment_key` text NOT NULL,
	`segment_offset` integer NOT NULL,
	`segment_length` integer NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `conversation_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_filters_segment` ON `source_filters` (`segment_key`,`segment_offset`);--> statement-breakpoint
CREATE TABLE `template_configs` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`default_template` text NOT NULL,
	`default_tool_call_mode` text NOT NULL,
	`default_system_prompt` text,
	`preferred_templates` text NOT NULL,
	`export_format` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
