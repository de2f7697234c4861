package io.shisei.refusal;

/** What PostgreSQL can keep of what languages can spell: no NUL character, and no half of a character. */
public final class Storable {

    private Storable() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
    }
}
