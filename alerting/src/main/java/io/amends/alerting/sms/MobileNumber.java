package io.amends.alerting.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Whether there can be a number: by its length in its country, whatever kind of number it is (C3). */
public final class MobileNumber {
    private MobileNumber() {}

    /** Whether a number in E.164 form is possible. */
    public static boolean isPossible(String number) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.isPossibleNumber(numbers.parse(number, null));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
