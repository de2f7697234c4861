package io.shisei.control.cel.partial;

/** What one judging may still compute, in steps: about a microsecond each. Not to be shared between threads. */
public final class Budget {

    private long left;

    public Budget(long steps) {
        this.left = steps;
    }

    /** @throws Spent when that is more than is left */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Spent();
        }
    }

    long left() {
        return left;
    }

    /** Judging takes more steps than it may. */
    public static final class Spent extends RuntimeException {
        private Spent() {
            super("it takes too many steps", null, false, false);
        }
    }
}
