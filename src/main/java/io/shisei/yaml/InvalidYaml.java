package io.shisei.yaml;

/** A file that cannot be understood; names the file, the line and what is wrong there. */
public final class InvalidYaml extends RuntimeException {

    InvalidYaml(String message, Throwable cause) {
        super(message, cause);
    }
}
