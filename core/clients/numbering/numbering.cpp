// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/numbering/numbering.h"

#include <phonenumbers/phonenumberutil.h>

namespace thimblely {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

//! Not more than this is given to the reader: a page pasted into the field is no number.
constexpr qsizetype longestNumber = 60;

PhoneDoubt doubtOf(PhoneNumberUtil::ErrorType error)
{
    switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        return PhoneDoubt::None;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return PhoneDoubt::UnknownCountry;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return PhoneDoubt::TooShort;
    case PhoneNumberUtil::TOO_LONG_NSN:
        return PhoneDoubt::TooLong;
    case PhoneNumberUtil::NOT_A_NUMBER:
        break;
    }
    return PhoneDoubt::NotANumber;
}

PhoneDoubt doubtOf(const PhoneNumberUtil &util, const PhoneNumber &number)
{
    switch (util.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
        return PhoneDoubt::UnknownCountry;
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        return PhoneDoubt::TooShort;
    case PhoneNumberUtil::TOO_LONG:
        return PhoneDoubt::TooLong;
    case PhoneNumberUtil::INVALID_LENGTH:
        return PhoneDoubt::WrongLength;
    case PhoneNumberUtil::IS_POSSIBLE:
        break;
    }
    return util.IsValidNumber(number) ? PhoneDoubt::None : PhoneDoubt::NotInUse;
}

//! "0803 555 447" keeps its 0 where what follows is no number: what is wrong is the length of the rest.
PhoneDoubt doubtWithoutPrefix(const PhoneNumberUtil &util, const PhoneNumber &number)
{
    std::string national;
    util.GetNationalSignificantNumber(number, &national);
    const size_t first = national.find_first_not_of('0');
    if (first == 0 || first == std::string::npos)
        return PhoneDoubt::NotInUse;
    PhoneNumber rest;
    const std::string abroad = '+' + std::to_string(number.country_code()) + national.substr(first);
    const auto error = util.Parse(abroad, std::string(), &rest);
    const PhoneDoubt doubt = error == PhoneNumberUtil::NO_PARSING_ERROR ? doubtOf(util, rest) : doubtOf(error);
    return doubt == PhoneDoubt::None ? PhoneDoubt::NotInUse : doubt;
}

PhoneReading readAs(const QString &text, const QString &countryCode)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const auto error = util.Parse(text.toStdString(), countryCode.toStdString(), &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
        // Without a country there is no telling what a number without its code is.
        const bool needsCountry = error == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR && countryCode.isEmpty() &&
                                  !text.trimmed().startsWith(u'+');
        return {{}, {}, needsCountry ? PhoneDoubt::None : doubtOf(error)};
    }
    PhoneReading reading;
    reading.doubt = doubtOf(util, number);
    if (reading.doubt == PhoneDoubt::NotInUse)
        reading.doubt = doubtWithoutPrefix(util, number);
    std::string written;
    util.Format(number, PhoneNumberUtil::E164, &written);
    reading.e164 = QString::fromStdString(written);
    written.clear(); // the next one appends
    util.GetNationalSignificantNumber(number, &written);
    reading.national = QString::fromStdString(written);
    return reading;
}

PhoneReading read(const QString &typed, const QString &countryCode)
{
    const QString text = typed.simplified();
    if (text.isEmpty())
        return {};
    if (text.size() > longestNumber)
        return {{}, {}, PhoneDoubt::TooLong};
    PhoneReading reading = readAs(text, countryCode);
    // "00" is how most of the world dials abroad; where it is not, it is typed all the same.
    if (reading.doubt != PhoneDoubt::None && text.startsWith(QLatin1String("00"))) {
        if (PhoneReading abroad = readAs(u'+' + text.mid(2), countryCode); abroad.doubt == PhoneDoubt::None)
            return abroad;
    }
    // What cannot be dialled has no international form, however many digits it has.
    if (reading.doubt != PhoneDoubt::None)
        reading.e164.clear();
    return reading;
}

} // namespace

} // namespace thimblely

extern "C" Q_DECL_EXPORT thimblely::ReadPhone thimblelyReadPhone()
{
    return thimblely::read;
}
