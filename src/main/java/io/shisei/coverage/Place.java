package io.shisei.coverage;

/** A region of an account, or what it has without regions. */
public record Place(String accountId, String region) {}
