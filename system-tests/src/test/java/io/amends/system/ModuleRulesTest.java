package io.amends.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.amends.contracts.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** What holds for all modules together: the topics they hear, and how their admin clients close. */
class ModuleRulesTest {
    private static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");

    // Without a limit, the close of an admin client whose connection was lost at the wrong moment waits for ever.
    private static final ArchRule ADMIN_CLIENTS_CLOSE_IN_TIME =
            noClasses().should().callMethod(Admin.class, "close");

    @Test
    void everyChannelHearsTopicsOfTheProductAsTheGroupItHasAlwaysBeen() throws IOException {
        Pattern key = Pattern.compile("mp\\.messaging\\.incoming\\.(.+)\\.topics");
        List<String> topics = Topics.ALL.stream().map(Topics.Topic::name).toList();
        List<String> groups = new ArrayList<>();
        for (String service : SERVICES) {
            Properties settings = new Properties();
            try (Reader file = Files.newBufferedReader(
                    Path.of("..", service, "src", "main", "resources", "application.properties"))) {
                settings.load(file);
            }
            for (String name : settings.stringPropertyNames()) {
                Matcher channel = key.matcher(name);
                if (channel.matches()) {
                    assertThat(settings.getProperty(name).split(",")).as(name).isSubsetOf(topics);
                    String group = settings.getProperty("mp.messaging.incoming." + channel.group(1) + ".group.id");
                    assertThat(group).isEqualTo("amends." + service + "." + channel.group(1));
                    groups.add(group);
                }
            }
        }
        assertThat(groups)
                .containsExactlyInAnyOrder(
                        "amends.survey-ingest.recorder",
                        "amends.recovery-rules.decisions",
                        "amends.alerting.candidates",
                        "amends.notes-service.cases",
                        "amends.notes-service.commands",
                        "amends.dashboard-api.responses",
                        "amends.dashboard-api.notes",
                        "amends.dashboard-api.followups");
    }

    @Test
    void everyAdminClientClosesWithALimit() {
        List<String> modules = new ArrayList<>(SERVICES);
        modules.add("service-kit");
        modules.add("local-stack");
        ADMIN_CLIENTS_CLOSE_IN_TIME.check(classesOf(modules));
    }

    @Test
    void theRuleFindsAnAdminClientThatMayNeverClose() {
        JavaClasses guilty = new ClassFileImporter().importClasses(MayNeverClose.class);
        assertThatThrownBy(() -> ADMIN_CLIENTS_CLOSE_IN_TIME.check(guilty)).isInstanceOf(AssertionError.class);
    }

    private static JavaClasses classesOf(List<String> modules) {
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    /** Breaks the rule on purpose, so that the rule is seen to find it. */
    static final class MayNeverClose {
        private MayNeverClose() {}

        static int ask() {
            try (Admin admin = Admin.create(Map.of())) {
                return admin.metrics().size();
            }
        }
    }
}
