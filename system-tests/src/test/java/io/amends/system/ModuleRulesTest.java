package io.amends.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.amends.contracts.Topics;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.local.testing.KafkaAcls;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for all modules together: the topics they hear, and how their admin clients close. */
class ModuleRulesTest {
    private static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");

    // Without a limit, the close of an admin client whose connection was lost at the wrong moment waits for ever.
    private static final ArchRule ADMIN_CLIENTS_CLOSE_IN_TIME =
            noClasses().should().callMethod(Admin.class, "close");

    // Who makes a client by hand forgets how Kafka is reached, and who signs in there (H3).
    private static final ArchRule CLIENTS_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.amends.kit.kafka.KafkaAccess")
            .should()
            .accessTargetWhere(DescribedPredicate.describe("a client of Kafka is made", ModuleRulesTest::makesAClient));

    // A question by instanceof has an else, in which a new kind of clause ends without anybody noticing.
    private static final ArchRule NO_GUESSING = classes().should(new NoGuessing());

    @Test
    void everyChannelHearsTopicsOfTheProductAsTheGroupItHasAlwaysBeen() throws IOException {
        List<String> topics = Topics.ALL.stream().map(Topics.Topic::name).toList();
        List<String> groups = new ArrayList<>();
        for (String service : SERVICES) {
            Properties settings = settings(service);
            channels(settings).forEach((channel, heard) -> {
                assertThat(heard).as(channel).isSubsetOf(topics);
                String group = settings.getProperty("mp.messaging.incoming." + channel + ".group.id");
                assertThat(group).isEqualTo("amends." + service + "." + channel);
                groups.add(group);
            });
        }
        assertThat(groups)
                .containsExactlyInAnyOrder(
                        "amends.survey-ingest.recorder",
                        "amends.survey-ingest.requests",
                        "amends.survey-ingest.sources",
                        "amends.recovery-rules.decisions",
                        "amends.alerting.candidates",
                        "amends.alerting.requests",
                        "amends.alerting.operations",
                        "amends.alerting.posts",
                        "amends.alerting.solved",
                        "amends.notes-service.cases",
                        "amends.notes-service.commands",
                        "amends.notes-service.requests",
                        "amends.dashboard-api.responses",
                        "amends.dashboard-api.notes",
                        "amends.dashboard-api.followups",
                        "amends.dashboard-api.audit");
    }

    @Test
    @DisplayName("B2: nobody asks a clause what it is except by its cases, so that a new kind cannot be forgotten")
    void nobodyAsksAClauseWhatItIsExceptByItsCases() {
        List<String> modules = new ArrayList<>(SERVICES);
        modules.add("rule-language");
        NO_GUESSING.check(classesOf(modules));
    }

    @Test
    @DisplayName("every way of guessing is found: by instanceof, in a lambda, by a class object, of a comparison")
    void theRuleFindsEveryWayOfGuessingWhatAClauseIs() {
        assertThat(NO_GUESSING
                        .evaluate(new ClassFileImporter().importClasses(Guesses.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(4)
                .anyMatch(guess -> guess.startsWith("instanceof io.amends.language.Clause$HasTag"))
                .anyMatch(guess -> guess.startsWith("instanceof io.amends.language.Clause$HasFactor"))
                .anyMatch(guess -> guess.startsWith("io.amends.language.Clause$Not.class"))
                .anyMatch(guess -> guess.startsWith("instanceof io.amends.language.Comparison$Between"));
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

    @Test
    @DisplayName("H3: every client of Kafka is made where its access is configured")
    void everyClientIsMadeWhereItsAccessIsConfigured() {
        List<String> modules = new ArrayList<>(SERVICES);
        modules.add("service-kit");
        CLIENTS_ARE_MADE_IN_ONE_PLACE.check(classesOf(modules));
    }

    @Test
    void theRuleFindsAClientThatIsMadeByHand() {
        JavaClasses guilty = new ClassFileImporter().importClasses(MayNeverClose.class);
        assertThatThrownBy(() -> CLIENTS_ARE_MADE_IN_ONE_PLACE.check(guilty)).isInstanceOf(AssertionError.class);
    }

    private static boolean makesAClient(JavaAccess<?> access) {
        String made = access.getTargetOwner().getName() + "." + access.getName();
        return made.equals(KafkaProducer.class.getName() + ".<init>")
                || made.equals(KafkaConsumer.class.getName() + ".<init>")
                || made.equals(Admin.class.getName() + ".create");
    }

    @Test
    @DisplayName("H3: deploy/kafka/acls allows each channel its topics, its group and its dead letters")
    void everyChannelMayDoWhatItDoes() throws IOException {
        List<AclBinding> allowed = KafkaAcls.ofServices();
        for (String service : SERVICES) {
            for (Map.Entry<String, List<String>> channel :
                    channels(settings(service)).entrySet()) {
                String group = "amends." + service + "." + channel.getKey();
                assertThat(allowed).contains(allow(service, AclOperation.READ, ResourceType.GROUP, group));
                assertThat(allowed)
                        .containsAll(channel.getValue().stream()
                                .flatMap(topic -> Stream.of(
                                        allow(service, AclOperation.READ, ResourceType.TOPIC, topic),
                                        allow(
                                                service,
                                                AclOperation.WRITE,
                                                ResourceType.TOPIC,
                                                Topics.deadLetters(topic, channel.getKey())
                                                        .name())))
                                .toList());
            }
        }
    }

    private static AclBinding allow(String user, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private static Properties settings(String service) throws IOException {
        Properties settings = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("..", service, "src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        return settings;
    }

    /** The topics of each channel of a service. */
    private static Map<String, List<String>> channels(Properties settings) {
        Pattern key = Pattern.compile("mp\\.messaging\\.incoming\\.(.+)\\.topics");
        Map<String, List<String>> channels = new TreeMap<>();
        settings.stringPropertyNames().forEach(name -> {
            Matcher channel = key.matcher(name);
            if (channel.matches()) {
                channels.put(
                        channel.group(1), List.of(settings.getProperty(name).split(",")));
            }
        });
        assertThat(channels).isNotEmpty();
        return channels;
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

    /** Breaks the rule on purpose, in every way that it must see. */
    static final class Guesses {
        private Guesses() {}

        static String byInstanceof(Clause clause) {
            return clause instanceof Clause.HasTag ? "tag" : "overall";
        }

        static List<String> inALambda(List<Clause> clauses) {
            return clauses.stream()
                    .map(clause -> clause instanceof Clause.HasFactor has ? has.factor() : "")
                    .toList();
        }

        static boolean byClassObject(Clause clause) {
            return List.of(Clause.Not.class).contains(clause.getClass());
        }

        static boolean ofAComparison(Comparison comparison) {
            return comparison instanceof Comparison.Between;
        }
    }
}
