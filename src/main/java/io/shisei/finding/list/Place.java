package io.shisei.finding.list;

import io.shisei.database.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a finding stands in a list. */
record Place(int group, Instant at, UUID id) {

    static Place read(ResultSet row, int group) throws SQLException {
        return new Place(group, Instants.read(row, "at"), row.getObject("id", UUID.class));
    }

    List<String> key() {
        return List.of(Integer.toString(group), at.toString(), id.toString());
    }
}
