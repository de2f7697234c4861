package io.shisei.sample;

/** A recording that contradicts itself, and where. */
final class InconsistentRecording extends RuntimeException {

    InconsistentRecording(String message) {
        super(message);
    }

    /** @throws InconsistentRecording with {@code problem} when not {@code holds} */
    static void unless(boolean holds, String problem) {
        if (!holds) {
            throw new InconsistentRecording(problem);
        }
    }
}
