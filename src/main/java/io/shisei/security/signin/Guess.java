package io.shisei.security.signin;

/**
 * One try to get in.
 *
 * @param network where it comes from, and by what: see {@link Networks}
 * @param name a fingerprint of the name that is claimed
 * @param secret a fingerprint of the name with the password or token that was shown
 */
public record Guess(String network, long name, long secret) {}
