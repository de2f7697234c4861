package io.shisei.control.remediation;

/**
 * A paragraph of a remediation.
 *
 * @param command whether it is to be run, or put into a file, as it stands; else it is to be read
 */
public record Step(boolean command, String text) {

    Step and(Step below) {
        return new Step(command, text + "\n" + below.text);
    }
}
