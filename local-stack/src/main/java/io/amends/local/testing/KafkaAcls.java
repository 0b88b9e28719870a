package io.amends.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** What {@code deploy/kafka/acls} allows, read from the script itself, so that tests run under what ops are given (H3). */
public final class KafkaAcls {
    // Tests run in the folder of their module.
    private static final Path SCRIPT = Path.of("..", "deploy", "kafka", "acls");
    private static final String CALL = "acl ";
    private static final String OWNER = "\"$OWNER\"";
    private static final String TOPIC = "$TOPIC";

    private KafkaAcls() {}

    /** What all services may. */
    public static List<AclBinding> ofServices() {
        return calls().filter(call -> !call.contains(TOPIC))
                .flatMap(KafkaAcls::bindings)
                .toList();
    }

    /** What follows from a topic that an owner submits to. */
    public static List<AclBinding> ofOwner(String owner, String topic) {
        return calls().filter(call -> call.contains(TOPIC))
                .map(call -> call.replace(OWNER, owner).replace(TOPIC, topic).replace("\"", ""))
                .flatMap(KafkaAcls::bindings)
                .toList();
    }

    private static Stream<String> calls() {
        try {
            return Files.readAllLines(SCRIPT).stream().map(String::strip).filter(line -> line.startsWith(CALL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<AclBinding> bindings(String call) {
        List<String> words = List.of(call.split(" +"));
        List<AclOperation> operations = new ArrayList<>();
        ResourceType type = ResourceType.UNKNOWN;
        PatternType pattern = PatternType.LITERAL;
        String name = "";
        for (int i = 2; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--operation" -> operations.add(SecurityUtils.operation(value));
                case "--resource-pattern-type" ->
                    pattern = PatternType.fromString(value.toUpperCase(java.util.Locale.ROOT));
                case "--topic" -> {
                    type = ResourceType.TOPIC;
                    name = value;
                }
                case "--group" -> {
                    type = ResourceType.GROUP;
                    name = value;
                }
                default -> throw new IllegalStateException(SCRIPT + " has an option that is not known here: " + call);
            }
        }
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        String principal = "User:" + words.get(1);
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
    }
}
