// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/first_start_service.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "core/accounts/try_limit.h"
#include "core/measurements/measurement_service.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thimblely;
using changes::await;

namespace {

FirstStartInput input()
{
    FirstStartInput wizard;
    wizard.shopName = QStringLiteral("Bello Tailoring");
    wizard.countryCode = QStringLiteral("ng");
    wizard.currency = QStringLiteral("ngn");
    wizard.ownerName = QStringLiteral("Amina Bello");
    wizard.ownerLogin = QStringLiteral("amina@bello.example");
    wizard.password = QStringLiteral("chalk and thread");
    wizard.pin = QStringLiteral("7391");
    return wizard;
}

struct File {
    File() { made.emplace(await(FirstStartService::create(path(), input(), clock))); }
    QString path() const { return dir.filePath(QStringLiteral("shop.thimble")); }
    QTemporaryDir dir;
    test::FakeClock clock;
    std::optional<Result<access::Principal>> made;
};

} // namespace

class TestSignInService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void delaysGrow_data();
    void delaysGrow();
    void aClockSetBackDoesNotShortenAWait();
    void wizardIsChecked_data();
    void wizardIsChecked();
    void firstStartMakesAShop();
    void signsInByPasswordAndPin();
    void aHashOfNothingCostsAsMuch();
    void wrongTriesWaitAcrossRestarts();
    void addsAColleagueByPinAlone();
    void changesSecrets();
    void approvesOverTheShoulder();
};

void TestSignInService::delaysGrow_data()
{
    QTest::addColumn<int>("wrongTries");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("five are free") << 5 << 0;
    QTest::newRow("sixth") << 6 << 30;
    QTest::newRow("seventh") << 7 << 60;
    QTest::newRow("tenth") << 10 << 480;
    QTest::newRow("never above") << 11 << 900;
    QTest::newRow("nor after years") << 100'000 << 900;
}

void TestSignInService::delaysGrow()
{
    QFETCH(int, wrongTries);
    QFETCH(int, seconds);
    QCOMPARE(accounts::TryLimit::delayAfter(wrongTries), qint64(seconds) * 1000);
}

void TestSignInService::aClockSetBackDoesNotShortenAWait()
{
    const Instant now(1'000'000'000);
    const accounts::TryLimit limit(6, accounts::TryLimit(5, {}).lockedUntilAfterWrongTry(now));
    QCOMPARE(limit.waitAt(now), qint64(30'000));
    QCOMPARE(limit.waitAt(now.plusMsecs(-86'400'000)), qint64(30'000));
    QCOMPARE(limit.waitAt(now.plusMsecs(29'000)), qint64(1'000));
    QCOMPARE(limit.waitAt(now.plusMsecs(30'000)), qint64(0));
}

void TestSignInService::wizardIsChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *field, const char *value, const char *code) {
        QTest::newRow(code) << QString::fromLatin1(field) << QString::fromLatin1(value) << QByteArray(code);
    };
    row("shop", " ", "first_start.no_shop");
    row("country", "QQ", "first_start.bad_country");
    row("currency", "naira", "workspace.bad_currency");
    row("zone", "Lagos", "workspace.bad_zone");
    row("owner", "", "first_start.no_owner");
    row("login", "amina bello", "first_start.bad_login");
    row("login", " ", "first_start.no_login");
    row("password", "short", "accounts.password_short");
    row("pin", "12", "accounts.pin_short");
    row("pin", "4321", "accounts.pin_simple");
}

void TestSignInService::wizardIsChecked()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QByteArray, code);
    FirstStartInput wizard = input();
    QVERIFY(validate(wizard).empty());
    if (field == QLatin1String("zone"))
        wizard.timeZone = value.toLatin1();
    const std::pair<const char *, QString *> texts[] = {
        {"shop", &wizard.shopName},   {"country", &wizard.countryCode}, {"currency", &wizard.currency},
        {"owner", &wizard.ownerName}, {"login", &wizard.ownerLogin},    {"password", &wizard.password},
        {"pin", &wizard.pin}};
    for (const auto &[name, text] : texts) {
        if (field == QLatin1String(name))
            *text = value;
    }
    const auto errors = validate(wizard);
    QCOMPARE(errors.size(), size_t(1));
    QCOMPARE(errors.front().code, code);
}

void TestSignInService::firstStartMakesAShop()
{
    File file;
    QVERIFY2(file.made->ok(), qPrintable(*file.made ? QString() : describe(file.made->error())));
    const auto session = access::Session::open(file.path(), file.made->value()).value();
    const auto door = changes::WriteDoor::open(*session, file.clock).value();
    const auto profile = WorkspaceService(*session, *door).load().value();
    QCOMPARE(profile.name, QStringLiteral("Bello Tailoring"));
    QCOMPARE(profile.currency.code(), QStringLiteral("NGN"));
    QCOMPARE(profile.timeZone, QByteArray("Africa/Lagos"));
    QVERIFY(!MeasurementService(*session, *door).templates()->empty());
    const auto again = await(FirstStartService::create(file.path(), input(), file.clock));
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(QFile::exists(file.path()));
}

void TestSignInService::signsInByPasswordAndPin()
{
    File file;
    SignInService signIn(file.path(), file.clock);
    const auto faces = await(signIn.faces()).value();
    QCOMPARE(faces.size(), size_t(1));
    QVERIFY(faces.front().hasPin);
    const auto byPassword =
        await(signIn.withPassword(QStringLiteral("AMINA@bello.example"), QStringLiteral("chalk and thread")));
    QVERIFY2(byPassword.ok(), qPrintable(byPassword ? QString() : describe(byPassword.error())));
    QCOMPARE(byPassword->role, access::Role::Owner);
    QVERIFY(await(signIn.withPin(faces.front().person, faces.front().workspace, QStringLiteral("7391"))).ok());
    QCOMPARE(await(signIn.withPassword(QStringLiteral("nobody"), QStringLiteral("chalk and thread"))).error().code,
             QByteArray("accounts.wrong"));
}

//! Its algorithm, memory and passes are those of a real one, whose salt and hash are as long; and it is well formed, for
//! of another text a check would be over at once.
void TestSignInService::aHashOfNothingCostsAsMuch()
{
    const QList<QByteArray> real = hashSecret(QStringLiteral("needle")).value().split('$');
    const QList<QByteArray> nothing = hashOfNothing().split('$');
    QCOMPARE(nothing.size(), real.size());
    QCOMPARE(nothing.first(4), real.first(4));
    QCOMPARE(nothing[4].size(), real[4].size());
    QCOMPARE(nothing[5].size(), real[5].size());
    QVERIFY(!QByteArray::fromBase64(nothing[5], QByteArray::AbortOnBase64DecodingErrors).isEmpty());
    QVERIFY(!verifySecret(hashOfNothing(), QStringLiteral("needle")));
}

void TestSignInService::wrongTriesWaitAcrossRestarts()
{
    File file;
    const QString login = QStringLiteral("amina@bello.example");
    for (int i = 0; i < 6; ++i)
        QCOMPARE(await(SignInService(file.path(), file.clock).withPassword(login, QStringLiteral("wrong wrong")))
                     .error()
                     .kind,
                 ErrorKind::WrongSecret);
    const auto locked =
        await(SignInService(file.path(), file.clock).withPassword(login, QStringLiteral("chalk and thread")));
    QCOMPARE(locked.error().kind, ErrorKind::TryLater);
    QCOMPARE(locked.error().args, QStringList{QStringLiteral("30")});
    file.clock.advanceMsecs(30'000);
    SignInService signIn(file.path(), file.clock);
    QVERIFY(await(signIn.withPassword(login, QStringLiteral("chalk and thread"))).ok());
}

void TestSignInService::addsAColleagueByPinAlone()
{
    File file;
    const auto session = access::Session::open(file.path(), file.made->value()).value();
    const auto door = changes::WriteDoor::open(*session, file.clock).value();
    TeamService team(*session, *door);
    const auto id =
        await(team.add({QStringLiteral("Sade"), access::Role::Member, access::Job::Cutter, QStringLiteral("5079")}));
    QVERIFY2(id.ok(), qPrintable(id ? QString() : describe(id.error())));
    QCOMPARE(team.members()->size(), size_t(2));
    SignInService signIn(file.path(), file.clock);
    const auto sade = await(signIn.withPin(*id, session->principal().workspace, QStringLiteral("5079")));
    QVERIFY2(sade.ok(), qPrintable(sade ? QString() : describe(sade.error())));
    QVERIFY(!sade->can(access::Capability::PricesRead));
    QCOMPARE(await(team.add({QStringLiteral("X"), access::Role::Owner, access::Job::None, QStringLiteral("5079")}))
                 .error()
                 .kind,
             ErrorKind::Forbidden);
    QCOMPARE(await(team.add({QStringLiteral("X"), access::Role::Member, access::Job::None, QStringLiteral("1111")}))
                 .error()
                 .code,
             QByteArray("accounts.pin_simple"));
}

void TestSignInService::changesSecrets()
{
    File file;
    SignInService signIn(file.path(), file.clock);
    const auto face = await(signIn.faces())->front();
    QCOMPARE(await(signIn.setPin(face.person, QStringLiteral("not it at all"), QStringLiteral("8254"))).error().kind,
             ErrorKind::WrongSecret);
    QVERIFY(await(signIn.setPin(face.person, QStringLiteral("chalk and thread"), QStringLiteral("8254"))).ok());
    QVERIFY(await(signIn.withPin(face.person, face.workspace, QStringLiteral("8254"))).ok());
    QVERIFY(await(signIn.setPassword(face.person, QStringLiteral("chalk and thread"), QStringLiteral("needle & pin")))
                .ok());
    QVERIFY(await(signIn.withPassword(face.login, QStringLiteral("needle & pin"))).ok());
}

//! "Approve here": the same PIN and the same waits as at the door, but nobody is signed in by it.
void TestSignInService::approvesOverTheShoulder()
{
    using access::Capability;
    File file;
    const access::Principal owner = file.made->value();
    const auto session = access::Session::open(file.path(), owner).value();
    const auto door = changes::WriteDoor::open(*session, file.clock).value();
    const PersonId seller =
        await(TeamService(*session, *door)
                  .add({QStringLiteral("Sade"), access::Role::Member, access::Job::Counter, QStringLiteral("5079")}))
            .value();
    SignInService signIn(file.path(), file.clock);
    const auto approvers =
        await(signIn.approvers(owner.workspace, {Capability::OrdersRefund, Capability::OrdersDiscount})).value();
    QCOMPARE(approvers.size(), size_t(1));
    QCOMPARE(approvers.front().person, owner.person);
    const auto approve = [&](PersonId who, const char *pin, Capability what) {
        return await(signIn.approve(who, owner.workspace, QString::fromLatin1(pin), {what}));
    };
    const auto given = approve(owner.person, "7391", Capability::OrdersRefund);
    QVERIFY(given.ok());
    QCOMPARE(given->front().approver(), owner.person);
    const auto both = await(signIn.approve(owner.person, owner.workspace, QStringLiteral("7391"),
                                           {Capability::OrdersDiscount, Capability::OrdersPriceOverride}));
    QCOMPARE(both->size(), size_t(2)); // one PIN, an approval for each
    QVERIFY(access::approvalFor(Capability::OrdersPriceOverride, *both));
    QVERIFY(!access::approvalFor(Capability::OrdersRefund, *both));
    QCOMPARE(approve(owner.person, "7391", Capability::TeamManage).error().code, QByteArray("approval.never"));
    QCOMPARE(approve(seller, "5079", Capability::OrdersRefund).error().code, QByteArray("access.refused"));
    for (int i = 0; i < 6; ++i)
        QCOMPARE(approve(owner.person, "0000", Capability::OrdersRefund).error().code, QByteArray("accounts.wrong"));
    QCOMPARE(approve(owner.person, "7391", Capability::OrdersRefund).error().code, QByteArray("accounts.locked"));
}

QTEST_GUILESS_MAIN(TestSignInService)
#include "tst_sign_in_service.moc"
