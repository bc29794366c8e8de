CREATE TABLE `review_decisions` (
	`organization_id` text NOT NULL,
	`item_id` text NOT NULL,
	`reviewer` text NOT NULL,
	`verdict` text NOT NULL,
	`grade` integer,
	`notes` text,
	`decided_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `item_id`, `reviewer`)
);
--> statement-breakpoint
CREATE INDEX `review_decisions_by_time` ON `review_decisions` (`organization_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `review_items` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`report_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seed_id` text,
	`reasons` text NOT NULL,
	`urgency` real NOT NULL,
	`automatic` text NOT NULL,
	`reviewers` integer NOT NULL,
	`decided` integer NOT NULL,
	`claimed_by` text,
	`claimed_until` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_items_by_report` ON `review_items` (`organization_id`,`report_id`);--> statement-breakpoint
CREATE INDEX `review_items_by_urgency` ON `review_items` (`organization_id`,`urgency`);