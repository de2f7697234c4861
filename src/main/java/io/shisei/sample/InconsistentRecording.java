package io.shisei.sample;

/** A recording that contradicts itself, and where. */
final class InconsistentRecording extends RuntimeException {

    InconsistentRecording(String message) {
        super(message);
    }
}
