package io.shisei.control.cel.partial;

/** What failed evaluations say of why. */
final class Errors {

    private Errors() {}

    /** The message of the first cause, as a finding's reason shows it. */
    static String message(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var missing = cause.getClass().getSimpleName().contains("NotFound");
        return (missing ? "not found: " : "") + cause.getMessage();
    }
}
