package io.portico.automation;

/**
 * How many contacts an automation has led; counted when it is asked for, so only where it is shown.
 *
 * @param inside those in it now
 * @param finished those who have gone through it
 */
public record Attendance(long inside, long finished) {
    public static final Attendance NONE = new Attendance(0, 0);
}
