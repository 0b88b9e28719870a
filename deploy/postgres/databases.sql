-- One database per service, since each has its own migrations.
CREATE DATABASE survey_ingest;
CREATE DATABASE recovery_rules;
CREATE DATABASE alerting;
CREATE DATABASE notes;
CREATE DATABASE dashboard;
