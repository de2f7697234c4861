package io.shisei.database.start;

import java.sql.SQLException;

/**
 * Why no connection came about.
 *
 * @param state the SQLSTATE; empty when there is none
 */
record NoConnection(String state, String reason, Throwable cause) {

    static NoConnection of(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && !(root instanceof SQLException sql && sql.getSQLState() != null)) {
            root = root.getCause();
        }
        var state = root instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        return new NoConnection(
                state, String.valueOf(root.getMessage()).lines().findFirst().orElse(""), failure);
    }

    /** Whether waiting does not help: the password is wrong (28), or there is no such database (3D). */
    boolean isFinal() {
        return state.startsWith("28") || state.startsWith("3D");
    }

    Unusable at(String url) {
        return new Unusable("The database at " + url + " cannot be used: " + reason, remedy(), cause);
    }

    private String remedy() {
        if (state.startsWith("28")) {
            return "Correct spring.datasource.username and spring.datasource.password"
                    + " (SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD).";
        }
        if (state.startsWith("3D")) {
            return "Create the database, or correct spring.datasource.url (SPRING_DATASOURCE_URL).";
        }
        return "Start the database, or correct spring.datasource.url (SPRING_DATASOURCE_URL)."
                + " Without a URL the service brings a PostgreSQL of its own.";
    }
}
