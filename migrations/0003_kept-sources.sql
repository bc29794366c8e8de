CREATE TABLE `kept_sources` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`import_id` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`keep_until` text NOT NULL,
	`kept_by` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
