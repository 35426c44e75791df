// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The photo of the page: where it comes from, and how it is looked at.
#include "ui/desk/desk.h"
#include "ui/notebook/notebook_page.h"
#include "ui/orders/page_photo.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/file_dialog.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

namespace thimblely::ui {

void NotebookPage::choosePhoto()
{
    auto *dialog = new FileDialog(window(), tr("Photo of the page"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { takeIn(file); });
    dialog->open();
}

void NotebookPage::pastePhoto()
{
    takePhoto(QGuiApplication::clipboard()->mimeData());
}

void NotebookPage::takePhoto(const QMimeData *mime)
{
    const QList<QUrl> urls = mime ? mime->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return takeIn(url.toLocalFile());
    }
    if (mime && mime->hasImage())
        return takeIn(qvariant_cast<QImage>(mime->imageData()));
    m_desk.notices().say(tr("There is no picture in the clipboard."));
}

void NotebookPage::takeIn(PhotoSource source)
{
    if (m_photoComing)
        return;
    m_photoComing = true;
    showCounts();
    whenDone(takeInPhoto(std::move(source), m_desk.session().path()), this, [this](const auto &taken) {
        m_photoComing = false;
        if (taken)
            m_photo = *taken;
        else
            m_desk.notices().fail(taken.error());
        showCounts();
        keep();
    });
}

void NotebookPage::showPhoto()
{
    if (m_photo)
        showPagePhoto(m_desk, m_photo->sha256, *this);
}

bool NotebookPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_photoButton && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        pastePhoto();
        return true;
    }
    return Page::eventFilter(watched, event);
}

//! A picture is the photo of the page; anything else goes to the window, which takes old books in.
void NotebookPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasImage() || isPhoto(*event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void NotebookPage::dropEvent(QDropEvent *event)
{
    takePhoto(event->mimeData());
    event->acceptProposedAction();
}

} // namespace thimblely::ui
