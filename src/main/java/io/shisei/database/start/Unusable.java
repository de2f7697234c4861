package io.shisei.database.start;

/** The database cannot be used: what is wrong, and what to do about it. */
public final class Unusable extends RuntimeException {

    private final String remedy;

    public Unusable(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public Unusable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
