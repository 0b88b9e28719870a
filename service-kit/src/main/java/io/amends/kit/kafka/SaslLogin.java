package io.amends.kit.kafka;

import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** How a service signs in to Kafka with a user and a password. */
enum SaslLogin {
    PLAIN("PLAIN", PlainLoginModule.class),
    SCRAM_SHA_256("SCRAM-SHA-256", ScramLoginModule.class),
    SCRAM_SHA_512("SCRAM-SHA-512", ScramLoginModule.class);

    private final String mechanism;
    private final Class<?> module;

    SaslLogin(String mechanism, Class<?> module) {
        this.mechanism = mechanism;
        this.module = module;
    }

    /**
     * The mechanism of a name as Kafka writes it.
     *
     * @throws IllegalStateException if it is none of these
     */
    static SaslLogin named(String mechanism) {
        for (SaslLogin login : values()) {
            if (login.mechanism.equals(mechanism)) {
                return login;
            }
        }
        throw new IllegalStateException(
                "AMENDS_KAFKA_MECHANISM must be PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512, and is " + mechanism);
    }

    /** The name as Kafka writes it. */
    String mechanism() {
        return mechanism;
    }

    /** The value of {@code sasl.jaas.config}. Quotes and backslashes may stand in both. */
    String jaas(String user, String password) {
        return module.getName() + " required username=" + quoted(user) + " password=" + quoted(password) + ";";
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
