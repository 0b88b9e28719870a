package io.amends.kit.outbox;

import io.amends.kit.event.OutboundEvent;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An event in the outbox; ids grow with the order of writing within a key. */
record OutboxRow(long id, OutboundEvent event) {

    static OutboxRow read(ResultSet rs) throws SQLException {
        return new OutboxRow(
                rs.getLong("id"),
                new OutboundEvent(
                        rs.getString("topic"),
                        rs.getString("key"),
                        rs.getString("event_id"),
                        rs.getString("type"),
                        rs.getString("subject"),
                        rs.getBytes("data")));
    }
}
