package io.amends.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How fast survey-ingest records what is submitted, against plain batched SQL that inserts the same rows. */
final class Recorder {
    private static final String RECORDER = "recorder";
    private static final String SQL = "plain batched SQL";
    private static final String SQL_AGAIN = "plain batched SQL again (A/A)";
    static final List<String> PEERS = List.of(SQL);

    private static final int REPETITIONS = 3;
    private static final int EVENTS = 8_000;
    private static final Duration GIVE_UP = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 100;

    private final Target target;
    private final String portal;
    private final BareProducer producer;
    private final Surveys surveys;
    private long recorded;

    Recorder(Target target, String portal, BareProducer producer, Surveys surveys) {
        this.target = target;
        this.portal = portal;
        this.producer = producer;
        this.surveys = surveys;
    }

    Map<String, List<Double>> rates(long seed) throws Exception {
        try (Connection watch = connect()) {
            recorded = count(watch);
            drain(watch); // so that there are rows to copy
            try (PlainSql sql = new PlainSql(connect(), target.kafka(), portal, EVENTS)) {
                return Rounds.run(
                        List.of(
                                new Contender(RECORDER, () -> drain(watch)),
                                new Contender(SQL, sql::insertAll),
                                new Contender(SQL_AGAIN, sql::insertAll)),
                        REPETITIONS,
                        seed);
            }
        }
    }

    /** The time runs until the last row is committed. It starts when all records are in Kafka. */
    private double drain(Connection watch) throws Exception {
        producer.submit(surveys.next(EVENTS));
        long before = count(watch);
        long start = System.nanoTime();
        recorded += EVENTS;
        while (count(watch) < recorded) {
            if (System.nanoTime() - start > GIVE_UP.toNanos()) {
                throw new IllegalStateException(
                        "after " + GIVE_UP.toSeconds() + " s " + (recorded - count(watch)) + " are not recorded");
            }
            Thread.sleep(POLL_MILLIS);
        }
        return (recorded - before) / ((System.nanoTime() - start) / 1e9);
    }

    private long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from response where portal = ?")) {
            select.setString(1, portal);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(target.database(), target.user(), target.password());
    }
}
