package io.shisei.account;

/** AWS did not let us in. The message says what was tried, what AWS answered, and what to do. */
public class AccessRefused extends RuntimeException {

    public AccessRefused(String message) {
        super(message);
    }

    public AccessRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
