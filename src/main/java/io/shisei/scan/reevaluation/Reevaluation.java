package io.shisei.scan.reevaluation;

/**
 * How far findings have followed the change of a setting.
 *
 * @param units a control's resources of a type in a region of an account, all together
 * @param open units that are still to be judged again
 * @param unread units of which what the control reads is not known yet: the next scan reads and judges it
 * @param findings how many of which something else is said
 */
public record Reevaluation(int units, int open, int unread, long findings) {

    public static final Reevaluation NONE = new Reevaluation(0, 0, 0, 0);

    public boolean over() {
        return open == 0;
    }
}
