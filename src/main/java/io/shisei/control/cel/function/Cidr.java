package io.shisei.control.cel.function;

import java.net.InetAddress;

/** A block of IPv4 or IPv6 addresses; an address alone is a block of one. */
record Cidr(byte[] address, int prefix) {

    static boolean contains(String outer, String inner) {
        return of(outer).contains(of(inner));
    }

    static Cidr of(String text) {
        var slash = text.indexOf('/');
        try {
            // ofLiteral never asks a name server.
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            var prefix = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (prefix >= 0 && prefix <= address.length * 8) {
                return new Cidr(address, prefix);
            }
        } catch (IllegalArgumentException e) {
            // answered below, as a prefix out of range is
        }
        throw new IllegalArgumentException("cidrContains: '" + text + "' is not an address or a CIDR block");
    }

    boolean contains(Cidr inner) {
        if (address.length != inner.address.length || prefix > inner.prefix) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (inner.address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
