package io.shisei.sample;

import org.springframework.stereotype.Component;

/** Brings the recorded account in, and removes it. */
@Component
public class SampleAccount {

    /** The twelve digits of the recorded account; AWS uses them in its documentation. */
    public static final String ID = "111122223333";

    /** How far the ninety days are. */
    public record Progress(boolean present, int day, int days) {
        public boolean loading() {
            return present && day < days;
        }
    }

    public Progress progress() {
        throw new UnsupportedOperationException();
    }

    /** Begins to bring it in, in the background; does nothing when it is there. */
    public void load() {
        throw new UnsupportedOperationException();
    }

    /** Removes it with everything found in it; does nothing when it is not there. */
    public void remove() {
        throw new UnsupportedOperationException();
    }
}
