// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/page_photo.h"

#include "core/orders/old_page.h"
#include "ui/desk/desk.h"
#include "ui/photos/photo_intake.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace thimblely::ui {

namespace {

constexpr double partOfWindow = 0.9;

} // namespace

void showPagePhoto(Desk &desk, const QByteArray &sha256, QWidget &over)
{
    desk.when(loadPhoto(sha256, desk.session().path()), &over, [&over](const QImage &image) {
        QWidget *window = over.window();
        auto *large = new QLabel(window, Qt::Popup);
        large->setAttribute(Qt::WA_DeleteOnClose);
        large->setPixmap(QPixmap::fromImage(
            image.scaled(window->size() * partOfWindow, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        large->setAccessibleName(QCoreApplication::translate("NotebookPage", "The page of the old book"));
        large->adjustSize();
        large->move(window->mapToGlobal(window->rect().center()) - large->rect().center());
        large->show();
    });
}

void offerOldPage(QMenu &menu, Desk &desk, OrderId order, QWidget &over)
{
    const auto page = orders::pageOfOldBook(desk.session(), order);
    if (!page || page->isEmpty())
        return;
    menu.addSeparator();
    QObject::connect(menu.addAction(QCoreApplication::translate("NotebookPage", "The page of the old book")),
                     &QAction::triggered, &over, [&desk, sha256 = *page, &over] { showPagePhoto(desk, sha256, over); });
}

bool isPhoto(const QMimeData &mime)
{
    static const QStringList endings = {QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("png"),
                                        QStringLiteral("webp"), QStringLiteral("bmp"),  QStringLiteral("heic"),
                                        QStringLiteral("heif")};
    const QList<QUrl> urls = mime.urls();
    return !urls.isEmpty() && urls.front().isLocalFile() &&
           endings.contains(QFileInfo(urls.front().toLocalFile()).suffix().toLower());
}

} // namespace thimblely::ui
