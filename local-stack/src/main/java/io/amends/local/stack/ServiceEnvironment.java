package io.amends.local.stack;

import io.amends.local.postgres.PostgresSettings;
import io.amends.local.process.ParentWatch;
import java.util.HashMap;
import java.util.Map;

/** What the parts are told through their environment: the same keys as everywhere Amends runs. */
final class ServiceEnvironment {
    private final StackPorts ports;
    private final Credentials credentials;
    private final String userHash;

    ServiceEnvironment(StackPorts ports, Credentials credentials) {
        this.ports = ports;
        this.credentials = credentials;
        this.userHash = credentials.users();
    }

    Map<String, String> of(StackPart part) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                ParentWatch.PARENT_PID, Long.toString(ProcessHandle.current().pid()));
        if (part == StackPart.POSTGRES || part.isService()) {
            environment.put("AMENDS_DB_PASSWORD", credentials.value("AMENDS_DB_PASSWORD"));
        }
        if (part.isService()) {
            addTo(environment, part);
        }
        return environment;
    }

    private void addTo(Map<String, String> environment, StackPart service) {
        for (StackPart part : StackPart.values()) {
            environment.put(part.variable(), Integer.toString(ports.of(part)));
        }
        environment.put("AMENDS_HTTP_HOST", "127.0.0.1");
        environment.put("AMENDS_KAFKA", "127.0.0.1:" + ports.of(StackPart.KAFKA));
        environment.put(
                "AMENDS_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.of(StackPart.POSTGRES) + "/" + service.database());
        environment.put("AMENDS_DB_USER", PostgresSettings.USER);
        environment.put("AMENDS_API_KEY", credentials.apiKey());
        environment.put("AMENDS_API_KEY_HASHES", credentials.apiKeyHashes());
        environment.put("AMENDS_USERS", userHash);
        environment.put("AMENDS_SESSION_KEY", credentials.value("AMENDS_SESSION_KEY"));
        environment.put("AMENDS_LINK_KEYS", credentials.value("AMENDS_LINK_KEYS"));
        environment.put("AMENDS_PERSON_KEYS", credentials.value("AMENDS_PERSON_KEYS"));
        environment.put("AMENDS_SECRETS_KEY", credentials.value("AMENDS_SECRETS_KEY"));
        // Its neighbours, such as a survey tool on the same machine, are loopback.
        environment.put("AMENDS_PRIVATE_TARGETS", "allow");
        environment.put("AMENDS_WEBHOOK_URL", ports.url(StackPart.SURVEY_INGEST));
        environment.put("AMENDS_BASE_URL", ports.url(StackPart.DASHBOARD_API));
        environment.put("AMENDS_INGEST_URL", ports.url(StackPart.SURVEY_INGEST));
        environment.put("AMENDS_RULES_URL", ports.url(StackPart.RECOVERY_RULES));
        environment.put("AMENDS_ALERTING_URL", ports.url(StackPart.ALERTING));
        environment.put("AMENDS_NOTES_URL", ports.url(StackPart.NOTES_SERVICE));
        environment.put("AMENDS_DASHBOARD_URL", ports.url(StackPart.DASHBOARD_API));
        environment.put("AMENDS_SMTP_HOST", "127.0.0.1");
        environment.put("AMENDS_SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("AMENDS_MAIL_FROM", "amends@example.com");
        // Text messages go to the sink beside the mail's, which sends them nowhere and asks nobody who they are.
        environment.put("AMENDS_SMS_URL", ports.url(StackPart.MAIL));
        environment.put("AMENDS_SMS_ACCOUNT", "local");
        environment.put("AMENDS_SMS_TOKEN", "local");
        environment.put("AMENDS_SMS_FROM", "+15005550006");
        // Whose topics are whose, and who vouches for people, is not for the stack to know: whoever starts it says so.
        environment.put("AMENDS_PORTAL_TOPICS", given("AMENDS_PORTAL_TOPICS"));
        environment.put("AMENDS_SILENCE_WEEKS", System.getenv().getOrDefault("AMENDS_SILENCE_WEEKS", "26"));
        environment.put("AMENDS_OIDC_ISSUER", given("AMENDS_OIDC_ISSUER"));
        environment.put("AMENDS_OIDC_CLIENT_ID", given("AMENDS_OIDC_CLIENT_ID"));
        environment.put("AMENDS_OIDC_CLIENT_SECRET", given("AMENDS_OIDC_CLIENT_SECRET"));
        environment.put("AMENDS_OIDC_NAME", given("AMENDS_OIDC_NAME"));
        environment.put("AMENDS_OIDC_LOGIN_CLAIM", given("AMENDS_OIDC_LOGIN_CLAIM"));
        environment.put("AMENDS_OIDC_ROLES_CLAIM", given("AMENDS_OIDC_ROLES_CLAIM"));
        environment.put("AMENDS_OIDC_ROLE_MAP", given("AMENDS_OIDC_ROLE_MAP"));
        environment.put("AMENDS_OIDC_PROVISION", given("AMENDS_OIDC_PROVISION"));
        environment.put("AMENDS_BUILT_IN_SIGN_IN", given("AMENDS_BUILT_IN_SIGN_IN"));
        environment.put("AMENDS_TOPIC_PARTITIONS", "4");
        environment.put("AMENDS_TOPIC_REPLICATION", "1");
    }

    private static String given(String key) {
        return System.getenv().getOrDefault(key, "");
    }
}
