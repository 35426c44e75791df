// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_writer.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/measurements/big_edit.h"
#include "ui/measurements/doubt_box.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/reason_box.h"

#include <QSignalSpy>
#include <QTest>

namespace thimblely::test {

using namespace thimblely::ui;

//! A client in front of the measuring screen, which is used by keyboard over a real file.
class MeasuredClient {
protected:
    static void installTheme()
    {
        Theme::instance().install();
        Theme::instance().setScheme(Scheme::Light);
    }
    void begin()
    {
        m_shop = std::make_unique<CounterShop>();
        QVERIFY(changes::await(m_shop->shop.door->write<void>(changes::Operation{"templates.install"},
                                                              measurements::installBuiltinTemplates)));
        m_client = m_shop->addClient(QStringLiteral("Tunde Bello"), QStringLiteral("0803 555 4471"));
        m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
        m_screen->resize(1198, 712);
        m_screen->show();
        m_screen->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }
    void end()
    {
        m_screen.reset();
        m_shop.reset();
    }

    TemplateId templateOf(const char *garment) const
    {
        const auto all = MeasurementService(*m_shop->shop.session, *m_shop->shop.door).templates().value();
        for (const MeasurementTemplate &each : all) {
            if (each.garmentType == QLatin1String(garment))
                return each.id;
        }
        qFatal("no template for %s", garment);
    }

    std::vector<MeasurementSet> sets() const
    {
        return MeasurementService(*m_shop->shop.session, *m_shop->shop.door).setsOf(*m_client).value();
    }

    MeasuredValue stored(const char *code) const
    {
        const auto now = sets();
        for (const MeasuredValue &value : now.front().values) {
            if (value.code == QLatin1String(code))
                return value;
        }
        return {QString(), Side::Both, 0, AmountUnit::Centimetre, QString()};
    }

    void saveValues(const char *garment, std::vector<std::pair<const char *, const char *>> values, int daysAgo)
    {
        MeasurementDraft draft{*m_client, templateOf(garment), SetKind::Body, {}};
        for (const auto &[code, text] : values) {
            draft.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both,
                                                        QString::fromLatin1(text), LengthUnit::Centimetre)
                                       .value());
        }
        draft.takenAt = m_shop->shop.clock.now().plusMsecs(-86'400'000LL * daysAgo);
        QVERIFY(changes::await(MeasurementService(*m_shop->shop.session, *m_shop->shop.door).save(draft)));
    }

    void start(const char *garment)
    {
        m_screen->measure(*m_client, templateOf(garment));
        edit()->setFocus();
    }

    void type(const char *text, Qt::Key then = Qt::Key_Return)
    {
        QWidget *now = edit();
        if (auto *focused = qobject_cast<BigEdit *>(QApplication::focusWidget()))
            now = focused;
        static_cast<BigEdit *>(now)->selectAll();
        QTest::keyClicks(now, QString::fromUtf8(text));
        QTest::keyClick(now, then);
    }

    //! Also without what is needed.
    void askToSave()
    {
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        QVERIFY(m_screen->handle(ActionId::Save));
        if (said.count() == 1 && said.front().front().toString().startsWith(QStringLiteral("Still needed")))
            QVERIFY(m_screen->handle(ActionId::Save));
    }
    void save()
    {
        QSignalSpy left(&m_shop->desk->navigation(), &Navigation::backRequested);
        askToSave();
        if (reason()) // the body changed
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(left.count(), 1);
    }

    const MeasureField &field(const char *code) const
    {
        for (const MeasureField &each : m_screen->page()->fields()) {
            if (each.code == QLatin1String(code))
                return each;
        }
        qFatal("no field %s", code);
    }

    void measureAMan()
    {
        ClientDraft man;
        man.name = QStringLiteral("Tunde Bello");
        man.gender = GenderForFit::Male;
        m_client = changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(man)).value();
    }

    void measureIn(const char *code, const char *text)
    {
        m_screen->page()->setCurrent(QString::fromLatin1(code));
        edit()->setFocus();
        type(text);
    }

    void key(Qt::Key key) { QTest::keyClick(edit(), key); }
    BigEdit *edit() const { return m_screen->findChildren<BigEdit *>().first(); }
    ReasonBox *reason() const { return m_screen->findChild<ReasonBox *>(); }
    DoubtBox *box() const { return m_screen->findChild<DoubtBox *>(); }

    std::unique_ptr<CounterShop> m_shop;
    std::unique_ptr<MeasuringScreen> m_screen;
    std::optional<ClientId> m_client;
};

} // namespace thimblely::test
