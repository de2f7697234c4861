package io.shisei.finding.search;

import io.shisei.paging.Where;
import java.util.List;
import java.util.UUID;

/** How findings {@code f} are found by a text: how rare it is decides that, see docs/adr/0129. */
sealed interface TextWay {

    /** Whether all that have it are found at once, before anything else is asked of them. */
    boolean rare();

    /** What they are read from. */
    String findings();

    /** Whether they are compared with their resources {@code r}. */
    boolean comparesResources();

    /** What of each of them has to be true, and what {@link #findings} asks. */
    void restrict(Where where);

    /** The same of unsettled findings alone. */
    default TextWay amongUnsettled() {
        return this;
    }

    private static String found(Where where) {
        return "(select f.* from finding f" + where.where() + " offset 0)";
    }

    /** Few resources have it, of which indexes have all findings. */
    record OfResources(FindingText text, List<UUID> resources) implements TextWay {

        @Override
        public boolean rare() {
            return true;
        }

        @Override
        public String findings() {
            return found(text.ofResources(resources));
        }

        @Override
        public boolean comparesResources() {
            return false;
        }

        @Override
        public void restrict(Where where) {
            where.parameters().putAll(text.ofResources(resources).parameters());
        }
    }

    /**
     * Many resources have it, but few of the unsettled findings that are asked for.
     *
     * @param whole whether all that is known of findings is asked for, or ids and what filters ask for alone
     */
    record OfUnsettled(UnsettledText text, boolean whole) implements TextWay {

        @Override
        public boolean rare() {
            return true;
        }

        @Override
        public String findings() {
            var having = " from " + UnsettledText.TABLE + " f" + text.where().where();
            return whole
                    ? found(new Where().and("f.id in (select f.id" + having + ")"))
                    : "(select f.*" + having + " offset 0)";
        }

        @Override
        public boolean comparesResources() {
            return false;
        }

        @Override
        public void restrict(Where where) {
            where.parameters().putAll(text.where().parameters());
        }

        @Override
        public TextWay amongUnsettled() {
            return new OfUnsettled(text, false);
        }
    }

    /** So many have it that they are soon met in any order. */
    record OneByOne(FindingText text) implements TextWay {

        @Override
        public boolean rare() {
            return false;
        }

        @Override
        public String findings() {
            return "finding";
        }

        @Override
        public boolean comparesResources() {
            return true;
        }

        @Override
        public void restrict(Where where) {
            where.and(text.oneByOne());
        }
    }

    /** The same, met along the indexes of what is unsettled, which have the texts. */
    record InOrder(UnsettledText text) implements TextWay {

        @Override
        public boolean rare() {
            return false;
        }

        @Override
        public String findings() {
            return UnsettledText.TABLE;
        }

        @Override
        public boolean comparesResources() {
            return false;
        }

        @Override
        public void restrict(Where where) {
            where.and(text.condition());
        }
    }

    /** What is unsettled is found in another way than the rest. */
    record Parted(TextWay all, TextWay unsettled) implements TextWay {

        @Override
        public boolean rare() {
            return false;
        }

        @Override
        public String findings() {
            return all.findings();
        }

        @Override
        public boolean comparesResources() {
            return all.comparesResources();
        }

        @Override
        public void restrict(Where where) {
            all.restrict(where);
        }

        @Override
        public TextWay amongUnsettled() {
            return unsettled;
        }
    }
}
