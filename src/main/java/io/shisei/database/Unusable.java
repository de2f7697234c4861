package io.shisei.database;

/** The database cannot be used: what is wrong, and what to do about it. */
final class Unusable extends RuntimeException {

    private final String remedy;

    Unusable(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    Unusable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
