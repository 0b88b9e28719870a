package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.Topics;
import io.amends.local.testing.WholeTopic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The peer: the rows that the recorder wrote, inserted into tables of the same shape by batches of 500 with one commit
 * each. It has no versions to compare, no locks to take and nothing to decide: a lower bound of the work.
 */
final class PlainSql implements AutoCloseable {
    private static final int BATCH = 500;
    private static final String SCHEMA = "benchmark";

    /** A table's rows, and how to insert one. */
    private record Table(String name, String insert, List<List<Object>> rows) {}

    private final Connection connection;
    private final int events;
    private final List<Table> tables = new ArrayList<>();

    /** @param kafka address of the broker: what the outbox had is there */
    PlainSql(Connection connection, String kafka, String portal, int events) throws SQLException {
        this.connection = connection;
        this.events = events;
        connection.setAutoCommit(false);
        execute("drop schema if exists " + SCHEMA + " cascade");
        execute("create schema " + SCHEMA);
        copy("ticket", "key like '" + portal + ":%'");
        copy("delivery", "portal = '" + portal + "'");
        copy("response", "portal = '" + portal + "'");
        copy("history", "portal = '" + portal + "'");
        outbox(kafka, portal);
        connection.commit();
    }

    /** Empties the tables, then inserts all rows; tells responses per second. */
    double insertAll() throws SQLException {
        for (Table table : tables) {
            execute("truncate " + SCHEMA + "." + table.name);
        }
        connection.commit();
        long start = System.nanoTime();
        for (int from = 0; from < events; from += BATCH) {
            for (Table table : tables) {
                insert(table, from, Math.min(from + BATCH, table.rows.size()));
            }
            connection.commit();
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private void insert(Table table, int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert)) {
            for (int i = from; i < to; i++) {
                int column = 1;
                for (Object value : table.rows.get(i)) {
                    insert.setObject(column++, value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The rows that the recorder wrote are published and gone, and the topic has what they said. */
    private void outbox(String kafka, String portal) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : WholeTopic.read(kafka, Topics.RECORDED)) {
            String key = new String(record.key(), UTF_8);
            if (key.startsWith(portal + ":") && rows.size() < events) {
                rows.add(List.of(
                        record.topic(),
                        key,
                        header(record, CloudEventHeaders.ID),
                        header(record, CloudEventHeaders.TYPE),
                        key,
                        record.value()));
            }
        }
        add("outbox", List.of("topic", "key", "event_id", "type", "subject", "data"), rows);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private void copy(String name, String which) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet result =
                        select.executeQuery("select * from public." + name + " where " + which + " limit " + events)) {
            ResultSetMetaData columns = result.getMetaData();
            List<Integer> kept = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int c = 1; c <= columns.getColumnCount(); c++) {
                if (!columns.isAutoIncrement(c)) {
                    kept.add(c);
                    names.add(columns.getColumnName(c));
                }
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int c : kept) {
                    row.add(result.getObject(c));
                }
                rows.add(row);
            }
            add(name, names, rows);
        }
    }

    /** Makes a table of the same shape for the rows. */
    private void add(String name, List<String> columns, List<List<Object>> rows) throws SQLException {
        if (rows.size() < events) {
            throw new IllegalStateException("only " + rows.size() + " rows in " + name + " to compare with");
        }
        execute("create table " + SCHEMA + "." + name + " (like public." + name + " including all)");
        tables.add(new Table(
                name,
                "insert into " + SCHEMA + "." + name + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                rows));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop schema " + SCHEMA + " cascade");
        connection.commit();
        connection.close();
    }
}
