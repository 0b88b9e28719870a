package io.amends.alerting.delivery;

import io.amends.kit.database.Migrations;
import io.amends.kit.lifecycle.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The threads that claim and send, one delivery at a time each. Each channel has its own, so that none holds up another (C8).
 * One of them is for alerts alone, so that none waits until a digest is printed (C7). At shutdown what is being sent is
 * finished.
 */
@ApplicationScoped
public class DeliveryWorkers {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final DigestSender sender;
    private final Migrations migrations;
    private final List<Worker> workers;

    DeliveryWorkers(
            BeingRendered claims,
            ClaimStore store,
            DigestSender sender,
            TwilioApi texts,
            Migrations migrations,
            @ConfigProperty(name = "amends.delivery.workers") int count,
            @ConfigProperty(name = "amends.delivery.sms-workers") int smsCount,
            @ConfigProperty(name = "amends.delivery.post-workers") int postCount) {
        this.sender = sender;
        this.migrations = migrations;
        Worker alerts = new Worker("delivery-alerts", "alerts wait", self -> deliver(self, store::claimAlert));
        Stream<Worker> mails = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Worker("delivery-" + i, "deliveries wait", self -> deliver(self, claims::claim)));
        Stream<Worker> sms = IntStream.rangeClosed(1, texts.isSet() ? smsCount : 0)
                .mapToObj(i ->
                        new Worker("delivery-sms-" + i, "text messages wait", self -> deliver(self, store::claimSms)));
        Stream<Worker> posts = IntStream.rangeClosed(1, postCount)
                .mapToObj(i -> new Worker("delivery-post-" + i, "posts wait", self -> deliver(self, store::claimPost)));
        this.workers = Stream.of(Stream.of(alerts), mails, sms, posts)
                .flatMap(each -> each)
                .toList();
    }

    void start(@Observes StartupEvent event) {
        workers.forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        Worker.stop(workers, DRAIN);
    }

    /** Says that there is something to send; they would look by themselves within a second. */
    public void wake() {
        workers.forEach(Worker::wake);
    }

    private void deliver(Worker self, Supplier<Optional<Claim>> next) throws InterruptedException {
        // Mail providers are found by the context class loader.
        Thread.currentThread().setContextClassLoader(DeliveryWorkers.class.getClassLoader());
        Optional<Claim> claim = migrations.await(LOOK.toMillis()) ? next.get() : Optional.empty();
        if (claim.isPresent()) {
            sender.send(claim.get());
        } else {
            self.rest(LOOK);
        }
    }
}
