package io.shisei.security.signin;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Which callers are one when guesses are counted: an IPv4 address, or the /64 of IPv6 that a single host may fill. */
public final class Networks {

    private static final int PREFIX = 8;

    private Networks() {}

    /** The network of an address as the container tells it, which is a literal; anything else is its own network. */
    public static String of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var kept = bytes.length == 4 ? bytes : Arrays.copyOf(bytes, PREFIX);
            return HexFormat.of().formatHex(kept);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
