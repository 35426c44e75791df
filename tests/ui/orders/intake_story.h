// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media_folder.h"
#include "core/inventory/inventory_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_writer.h"
#include "core/workspaces/workspace_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/cloth_panel.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/piece_row.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

namespace thimblely::test {

using namespace thimblely::ui;

//! The counter over a shop with its templates and one client, for stories about what is said of an order's pieces.
class IntakeStory {
protected:
    void begin()
    {
        m_shop = std::make_unique<CounterShop>();
        QVERIFY(changes::await(m_shop->shop.door->write<void>({"test.templates"}, [](changes::WriteContext &context) {
            return measurements::installBuiltinTemplates(context);
        })));
        m_client = m_shop->bello();
        openPage();
    }
    void end()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }
    void openPage() { m_page = openedPage<CounterPage>(*m_shop->desk); }
    void park()
    {
        m_page->handle(ActionId::Park);
        QTRY_VERIFY(editor().isEmpty());
    }
    void drop(const QMimeData &mime)
    {
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject &>(row()).event(&event); // sent, it would go to what is dragged over
    }
    //! Waist 82.3, taken `days` ago for the garment.
    MeasurementSetId measure(const char *garment, int days)
    {
        MeasurementService tape(*m_shop->shop.session, *m_shop->shop.door);
        MeasurementDraft draft{m_client, {}, SetKind::Body, {}};
        for (const MeasurementTemplate &each : tape.templates().value()) {
            if (each.garmentType == QLatin1String(garment))
                draft.templateId = each.id;
        }
        draft.values.push_back(
            MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82.3", LengthUnit::Centimetre).value());
        draft.takenAt = m_shop->shop.clock.now().plusMsecs(-qint64(days) * 86'400'000);
        const auto set = changes::await(tape.save(draft)).value();
        QCoreApplication::processEvents(); // the counter hears of it
        return set;
    }
    //! The shop's terms, and a desk that knows them.
    void charge(const RushTerms &terms)
    {
        WorkspaceService workspace(*m_shop->shop.session, *m_shop->shop.door);
        WorkspaceProfile profile = workspace.load().value();
        profile.rush = terms;
        QVERIFY(changes::await(workspace.update(profile)));
        m_page.reset();
        m_shop->restart();
        openPage();
    }
    InventoryItemId addRoll(const char *name, qint64 metres)
    {
        inventory::InventoryService stock(*m_shop->shop.session, *m_shop->shop.door);
        inventory::ItemDraft draft;
        draft.name = QString::fromLatin1(name);
        draft.unit = QStringLiteral("m");
        const auto id = changes::await(stock.add(draft)).value();
        if (!changes::await(stock.stockIn(id, Quantity::whole(metres))))
            qFatal("no stock");
        return id;
    }
    //! A suit that is made, with the panel for its cloth open on the shop's rolls.
    void addPieceWithCloth()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Suit"), 400'000));
        chipCalled(QStringLiteral("Cloth"))->click();
        clothOf(0)->click();
    }
    QAbstractButton *clothOf(int source) const
    {
        return m_page->findChild<ClothPanel *>()->findChild<Segmented *>()->button(source);
    }
    FactChip *chipCalled(const QString &words) const
    {
        const auto all = m_page->findChildren<FactChip *>();
        for (FactChip *each : all) {
            if (each->text() == words && each->isVisible())
                return each;
        }
        qFatal("no chip %s", qPrintable(words));
    }
    bool chipSays(const QString &words) const
    {
        const auto all = m_page->findChildren<FactChip *>();
        return std::ranges::any_of(all,
                                   [&](const FactChip *chip) { return chip->isVisible() && chip->text() == words; });
    }
    orders::OrderDraft offer()
    {
        orders::OrderDraft draft;
        draft.client = m_client;
        draft.pieces = {m_shop->piece(QStringLiteral("Shirt"), 400'000)};
        return draft;
    }
    orders::OrderService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    PieceRow &row(int index = 0) const
    {
        QList<PieceRow *> rows = m_page->findChildren<PieceRow *>();
        rows.removeIf([](const PieceRow *each) { return each->isHidden(); }); // those on their way out
        return *rows.at(index);
    }
    MeasuresChip &chip(int piece = 0) const { return *row(piece).findChild<MeasuresChip *>(); }
    QCheckBox &rushBox() const { return *m_page->findChild<QCheckBox *>(); }
    QLineEdit *field(const QString &name) const { return fieldOn(*m_page, name); }
    bool says(const QString &words) const { return isSaidOn(*m_page, words); }
    static void type(const char *text) { typeKeys(QString::fromLatin1(text)); }
    static void press(Qt::Key key) { pressKey(key); }

    std::unique_ptr<CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_client{IdBytes{}};
};

} // namespace thimblely::test
