// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/file_keeper.h"
#include "core/access/privileged/principal_store.h"
#include "core/clients/client_service.h"
#include "core/finance/checkout_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "tests/support/small_shop.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QWidget>

namespace thimblely::test {

//! A real file with its owner's desk, as the program gives it to a screen. The day is Wednesday 25 November 2026.
class CounterShop {
public:
    CounterShop()
    {
        qputenv("THIMBLELY_PAPERS", papers.path().toUtf8());
        openDesk();
    }
    //! What is printed is drawn on another thread, and lands in the folder that goes with the shop.
    ~CounterShop() { QThreadPool::globalInstance()->waitForDone(20'000); }

    //! As after a start of the program on the same file.
    void restart()
    {
        desk.reset();
        drafts.reset();
        openDesk();
    }

    //! As after a restore: the file goes on as that of another computer.
    void goOnElsewhere()
    {
        desk.reset();
        drafts.reset();
        shop.door.reset();
        shop.session.reset();
        const auto goneOn =
            access::FileKeeper::open(shop.path())
                .value()
                ->goOnAs(DeviceId::make(shop.clock), "another", QStringLiteral("new"), shop.clock.now());
        if (!goneOn)
            qFatal("%s", qPrintable(describe(goneOn.error())));
        const auto store = access::PrincipalStore::open({shop.path()}).value();
        shop.principal = store->load(shop.principal.person, shop.principal.workspace, store->device()->value()).value();
        shop.session = access::Session::open(shop.path(), shop.principal).value();
        shop.door = changes::WriteDoor::open(*shop.session, shop.clock).value();
        openDesk();
    }

    //! The one who comes to the counter in most stories: 4471 finds her.
    ClientId bello() { return addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 4471")); }
    ClientId addClient(const QString &name, const QString &phone)
    {
        ClientDraft draft;
        draft.name = name;
        draft.phones.push_back({phone});
        return changes::await(ClientService(*shop.session, *shop.door).add(draft)).value();
    }
    //! A line of the price list.
    InventoryItemId addService(const QString &name, const QString &garment, int rank, qint64 minor,
                               bool needsAmount = false)
    {
        inventory::ItemDraft draft;
        draft.kind = inventory::ItemKind::Service;
        draft.name = name;
        draft.unit = QStringLiteral("pcs");
        draft.sellingPrice = Money(minor, desk->profile().currency);
        draft.service.garmentTypes = {garment};
        draft.service.zone = QStringLiteral("zone");
        draft.service.needsAmount = needsAmount;
        draft.service.minutes = 20;
        if (rank > 0)
            draft.service.quickRank = rank;
        return changes::await(inventory::InventoryService(*shop.session, *shop.door).add(draft)).value();
    }
    orders::PieceDraft piece(const QString &name, qint64 minor)
    {
        orders::PieceDraft draft;
        draft.garmentType = name.toLower();
        draft.name = name;
        draft.unitPrice = Money(minor, desk->profile().currency);
        return draft;
    }
    orders::Booked book(std::optional<ClientId> client, const std::vector<orders::PieceDraft> &pieces,
                        std::optional<Date> promised = {})
    {
        orders::OrderDraft draft;
        draft.client = client;
        draft.pieces = pieces;
        draft.promisedDate = promised;
        return changes::await(orders::OrderService(*shop.session, *shop.door).book(draft)).value();
    }

    QTemporaryDir papers; //!< where they are written to, for there is no printer
    SmallShop shop;
    std::unique_ptr<ui::DraftKeeper> drafts;
    std::unique_ptr<ui::Desk> desk;

private:
    void openDesk()
    {
        drafts = ui::DraftKeeper::open(*shop.session, shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*shop.session, *shop.door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        desk = std::make_unique<ui::Desk>(*shop.session, *shop.door, *drafts, std::move(profile), std::move(calendar),
                                          QLocale(QStringLiteral("en_NG")));
    }
};

//! What takes the keyboard and says nothing to a screen reader, by class and place.
inline QStringList nameless(const QWidget &page)
{
    QStringList found;
    const auto all = page.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisibleTo(&page) || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
        if (!reader || reader->text(QAccessible::Name).isEmpty())
            found.append(QString::fromLatin1(widget->metaObject()->className()) + QStringLiteral(" in ") +
                         QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return found;
}

/*!
 * For the eye: pictures of a page as it is used, in the sizes and schemes that must hold. Nothing without
 * THIMBLELY_SHOW_PAGES=FOLDER; with -reverse they are mirrored.
 */
inline bool takePictures(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
    if (folder.isEmpty())
        return false;
    struct Picture {
        const char *kind;
        QSize size;
        int percent;
        bool dark;
    };
    for (const Picture &picture : {Picture{"", {1198, 712}, 100, false},
                                   {"-dark", {1198, 712}, 100, true},
                                   {"-1024", {968, 484}, 100, false},
                                   {"-1024-130", {968, 484}, 130, false},
                                   {"-130", {1198, 712}, 130, false}}) {
        ui::Theme::instance().setScheme(picture.dark ? ui::Scheme::Dark : ui::Scheme::Light);
        ui::Theme::instance().setTextSizePercent(picture.percent);
        page.resize(picture.size);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        page.grab().save(folder + u'/' + name + QString::fromLatin1(picture.kind) + QStringLiteral(".png"));
    }
    ui::Theme::instance().setScheme(ui::Scheme::Light);
    ui::Theme::instance().setTextSizePercent(100);
    return true;
}

//! What is cut off, or lower than its words need.
inline QStringList squeezed(const QWidget &page)
{
    QStringList found;
    const auto all = page.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        bool scrolls = false; // what lies in a scroll area is reached by scrolling
        for (const QWidget *above = widget->parentWidget(); above && above != &page; above = above->parentWidget())
            scrolls = scrolls || above->inherits("QAbstractScrollArea");
        const bool shows = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") ||
                           widget->inherits("QLabel") || widget->inherits("thimblely::ui::DayLoadList");
        if (scrolls || !shows || !widget->isVisibleTo(&page))
            continue;
        const QRect place(widget->mapTo(&page, QPoint()), widget->size());
        if (!page.rect().contains(place) || widget->height() + 1 < widget->minimumSizeHint().height())
            found.append(
                QStringLiteral("%1 “%2” at %3,%4, %5 high for %6")
                    .arg(QString::fromLatin1(widget->metaObject()->className()), widget->property("text").toString())
                    .arg(place.x())
                    .arg(place.y())
                    .arg(widget->height())
                    .arg(widget->minimumSizeHint().height()));
    }
    return found;
}

} // namespace thimblely::test
