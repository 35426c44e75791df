// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/phone_number.h"

#include "core/base/log.h"
#include "core/clients/numbering/numbering.h"

#include <QCoreApplication>
#include <QDate>
#include <QLibrary>
#include <QRegularExpression>
#include <QThreadPool>

#include <array>
#include <atomic>

namespace thimblely {

namespace {

constexpr qsizetype longestNumber = 60; // that is shown in an error
constexpr size_t lastRead = 8;          // numbers of one person and a little more

/*!
 * Beside the program, built or installed. Where it is missing the shop goes on: a number stays as it was typed, without
 * an international form.
 */
ReadPhone load()
{
    QLibrary module(QCoreApplication::applicationDirPath() +
                    QStringLiteral("/" THIMBLELY_MODULES "/thimblely_numbering"));
    const auto give = reinterpret_cast<ReadPhone (*)()>(module.resolve(readPhoneName));
    if (give)
        return give();
    qCCritical(lcClients, "phone numbers are not understood: %ls", qUtf16Printable(module.errorString()));
    return [](const QString &, const QString &) { return PhoneReading(); };
}

//! "12/03/1990", "3.12.90", "1990-03-12": nobody writes a number so.
bool isDate(const QString &typed)
{
    static const QRegularExpression shape(
        QStringLiteral(
            "^\\s*(?:(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})|(\\d{1,2})([./-])(\\d{1,2})\\6(\\d{4}|\\d{2}))\\s*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString plain;
    for (const QChar c : typed) // digits of any script
        plain.append(c.digitValue() >= 0 ? QChar(u'0' + c.digitValue()) : c);
    const auto match = shape.match(plain);
    if (!match.hasMatch())
        return false;
    const bool yearFirst = match.hasCaptured(1);
    const int first = match.captured(yearFirst ? 4 : 5).toInt();
    const int second = match.captured(yearFirst ? 3 : 7).toInt();
    constexpr int leapYear = 2000; // which year it is does not matter
    return QDate::isValid(leapYear, second, first) || QDate::isValid(leapYear, first, second);
}

} // namespace

//! A number is looked for and then written: an import would understand each one twice. By thread; pure all the same.
PhoneReading readPhone(const QString &typed, const QString &countryCode)
{
    struct Read {
        QString typed;
        QString country;
        PhoneReading reading;
    };
    thread_local std::array<Read, lastRead> last;
    thread_local size_t next = 0;
    for (const Read &each : last) {
        if (!each.typed.isNull() && each.typed == typed && each.country == countryCode)
            return each.reading;
    }
    static const ReadPhone read = load();
    const PhoneReading reading = isDate(typed) ? PhoneReading{{}, {}, PhoneDoubt::ADate} : read(typed, countryCode);
    last[next] = {typed, countryCode, reading};
    next = (next + 1) % lastRead;
    return reading;
}

void warmUpPhones()
{
    static std::atomic_flag begun;
    if (!begun.test_and_set())
        QThreadPool::globalInstance()->start([] { readPhone(QStringLiteral("+2348035554471"), QString()); });
}

Result<void> asError(PhoneDoubt doubt, const QString &typed)
{
    const auto error = [&](const char *code) {
        return Error{ErrorKind::Invalid, code, {typed.simplified().left(longestNumber)}, {}};
    };
    switch (doubt) {
    case PhoneDoubt::None:
        return {};
    case PhoneDoubt::NotANumber:
        return error("phone.not_a_number");
    case PhoneDoubt::ADate:
        return error("phone.a_date");
    case PhoneDoubt::TooShort:
        return error("phone.too_short");
    case PhoneDoubt::TooLong:
        return error("phone.too_long");
    case PhoneDoubt::WrongLength:
        return error("phone.wrong_length");
    case PhoneDoubt::UnknownCountry:
        return error("phone.unknown_country");
    case PhoneDoubt::NotInUse:
        return error("phone.not_in_use");
    }
    Q_UNREACHABLE();
}

Result<QString> clients::countryOf(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT country_code FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

} // namespace thimblely
