// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace thimblely;

namespace {

const Error refused{ErrorKind::Invalid, "order.no_pieces", {QStringLiteral("1042")}, QStringLiteral("none given")};

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorKind::Invalid, "test.odd", {QString::number(number)}, {}};
    return number / 2;
}

Result<int> quarter(int number)
{
    TRY_ASSIGN(const int first, half(number));
    TRY_ASSIGN(const int second, half(first));
    return second;
}

Result<void> mustBeEven(int number, bool &cameThrough)
{
    TRY(half(number));
    cameThrough = true;
    return {};
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue()
    {
        const Result<int> result = 4;
        QVERIFY(result.ok());
        QVERIFY(bool(result));
        QCOMPARE(result.value(), 4);
        QCOMPARE(*result, 4);
        QCOMPARE(result.valueOr(7), 4);
    }

    void holdsAnError()
    {
        const Result<int> result = refused;
        QVERIFY(!result.ok());
        QCOMPARE(result.error(), refused);
        QCOMPARE(result.valueOr(7), 7);
    }

    // false and zero are values: a Result<bool> that holds false has not failed.
    void tellsAFalseValueFromAFailure()
    {
        const Result<bool> result = false;
        QVERIFY(result.ok());
        QCOMPARE(result.value(), false);
    }

    void movesItsValueOut()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 5);
    }

    void withoutAValue()
    {
        QVERIFY(Result<void>().ok());
        const Result<void> failed = refused;
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error(), refused);
    }

    void tryHandsTheErrorUp()
    {
        QCOMPARE(quarter(12).value(), 3);
        QCOMPARE(quarter(6).error().args, QStringList{QStringLiteral("3")});
        bool cameThrough = false;
        QVERIFY(!mustBeEven(3, cameThrough).ok());
        QVERIFY(!cameThrough);
        QVERIFY(mustBeEven(4, cameThrough).ok());
        QVERIFY(cameThrough);
    }

    void describesAnErrorInOneLine()
    {
        QCOMPARE(describe(refused), QStringLiteral("order.no_pieces (1042): none given"));
        QCOMPARE(describe({ErrorKind::Busy, "file.busy"}), QStringLiteral("file.busy"));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
