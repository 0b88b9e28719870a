package io.amends.local.stack;

import java.util.Arrays;
import java.util.List;

/** The parts of the local stack, in the order they are listed; names and default ports are public (interfaces.md). */
public enum StackPart {
    KAFKA("kafka", 9092, "AMENDS_KAFKA_PORT"),
    POSTGRES("postgres", 5433, "AMENDS_POSTGRES_PORT"),
    MAIL("mail", 8025, "AMENDS_MAIL_PORT"),
    SURVEY_INGEST("survey-ingest", 8081, "AMENDS_INGEST_PORT", "survey_ingest"),
    RECOVERY_RULES("recovery-rules", 8082, "AMENDS_RULES_PORT", "recovery_rules"),
    ALERTING("alerting", 8083, "AMENDS_ALERTING_PORT", "alerting"),
    NOTES_SERVICE("notes-service", 8084, "AMENDS_NOTES_PORT", "notes"),
    DASHBOARD_API("dashboard-api", 8080, "AMENDS_DASHBOARD_PORT", "dashboard");

    private final String id;
    private final int defaultPort;
    private final String variable;
    private final String database;

    StackPart(String id, int defaultPort, String variable) {
        this(id, defaultPort, variable, "");
    }

    StackPart(String id, int defaultPort, String variable, String database) {
        this.id = id;
        this.defaultPort = defaultPort;
        this.variable = variable;
        this.database = database;
    }

    /** Its name, also of its module and its log. */
    public String id() {
        return id;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The environment variable that changes its port. */
    String variable() {
        return variable;
    }

    /** The service's database; empty for what is no service. */
    String database() {
        return database;
    }

    public boolean isService() {
        return !database.isEmpty();
    }

    public static List<StackPart> services() {
        return Arrays.stream(values()).filter(StackPart::isService).toList();
    }
}
