// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/photo_strip.h"

#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>

namespace thimblely::ui {

namespace {

constexpr int pictureSize = 36;
constexpr size_t mostPhotos = 8;

//! A photo as a small square.
class Picture : public QAbstractButton {
public:
    Picture(const changes::Media &photo, QWidget *parent)
        : QAbstractButton(parent), m_picture(QPixmap::fromImage(QImage::fromData(photo.thumbnail)))
    {
        setFixedSize(pictureSize, pictureSize);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const Theme &theme = Theme::instance();
        QPainterPath frame;
        frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setClipPath(frame);
        painter.fillPath(frame, theme.color(Role::Sunk));
        if (!m_picture.isNull()) {
            const int edge = std::min(m_picture.width(), m_picture.height());
            painter.drawPixmap(rect(), m_picture,
                               QRect((m_picture.width() - edge) / 2, (m_picture.height() - edge) / 2, edge, edge));
        }
        painter.setClipping(false);
        painter.setPen(theme.color(Role::Line));
        painter.drawPath(frame);
    }

private:
    QPixmap m_picture;
};

} // namespace

PhotoStrip::PhotoStrip(Desk &desk, int piece, std::vector<changes::Media> photos, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_piece(piece), m_photos(std::move(photos)), m_line(row(nullptr, 4)),
      m_add(new FlatButton(QString(), this))
{
    setLayout(m_line);
    m_add->setIconName("i-photo");
    m_add->setButtonSize(Button::Size::Small);
    m_add->setAccessibleName(tr("Photo of piece %1").arg(m_piece));
    m_add->setToolTip(tr("A photo from a file; or drop one on the piece, or paste it here (Ctrl+V)"));
    m_add->installEventFilter(this);
    m_line->addWidget(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &PhotoStrip::choose);
    rebuild();
}

void PhotoStrip::rebuild()
{
    for (QWidget *old : std::as_const(m_pictures)) {
        old->hide();
        old->deleteLater();
    }
    m_pictures.clear();
    for (size_t i = 0; i < m_photos.size(); ++i) {
        auto *picture = new Picture(m_photos[i], this);
        picture->setAccessibleName(tr("Photo %1 of piece %2").arg(i + 1).arg(m_piece));
        picture->setAccessibleDescription(m_readOnly ? tr("Press to see it large")
                                                     : tr("Press to see it large, Delete to take it out"));
        picture->installEventFilter(this);
        connect(picture, &QAbstractButton::clicked, this, [this, photo = m_photos[i]] { showLarge(photo); });
        m_line->insertWidget(int(i), picture);
        picture->show();
        m_pictures.append(picture);
    }
    m_add->setText(m_coming > 0 ? tr("Taking it in\u2026") : m_photos.empty() ? tr("Photo") : QString());
    m_add->setHidden(m_readOnly || m_photos.size() >= mostPhotos);
    updateGeometry();
}

void PhotoStrip::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    rebuild();
}

bool PhotoStrip::holdsPhoto(const QMimeData *mime)
{
    if (!mime)
        return false;
    const QList<QUrl> urls = mime->urls();
    return mime->hasImage() || std::ranges::any_of(urls, &QUrl::isLocalFile);
}

void PhotoStrip::takeIn(const QMimeData *mime)
{
    if (m_readOnly || !mime)
        return;
    const QList<QUrl> urls = mime->urls();
    bool anyFile = false;
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            continue;
        anyFile = true;
        take(url.toLocalFile());
    }
    if (!anyFile && mime->hasImage())
        take(qvariant_cast<QImage>(mime->imageData()));
}

void PhotoStrip::choose()
{
    auto *dialog = new QFileDialog(window(), tr("Photo of piece %1").arg(m_piece));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            take(file);
    });
    dialog->open();
}

void PhotoStrip::take(PhotoSource source)
{
    if (m_photos.size() + size_t(m_coming) >= mostPhotos) {
        Q_EMIT refused(tr("A piece keeps at most %1 photos.").arg(mostPhotos));
        return;
    }
    ++m_coming;
    rebuild();
    whenDone(takeInPhoto(std::move(source), m_desk.session().path()), this, [this](const auto &taken) {
        --m_coming;
        if (!taken)
            Q_EMIT refused(m_desk.sentence(taken.error()));
        const bool there =
            taken && std::ranges::find(m_photos, taken->sha256, &changes::Media::sha256) != m_photos.end();
        if (taken && !there)
            m_photos.push_back(*taken);
        rebuild();
        if (taken && !there)
            Q_EMIT changed(m_photos);
    });
}

//! Over everything, until a key or a click: no window of its own to be closed.
void PhotoStrip::showLarge(const changes::Media &photo)
{
    whenDone(loadPhoto(photo.sha256, m_desk.session().path()), this, [this](const Result<QImage> &image) {
        if (!image) {
            Q_EMIT refused(m_desk.sentence(image.error()));
            return;
        }
        auto *large = new QLabel(window(), Qt::Popup);
        large->setAttribute(Qt::WA_DeleteOnClose);
        large->setPixmap(
            QPixmap::fromImage(image->scaled(window()->size() * 0.8, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        large->setAccessibleName(tr("Photo of piece %1").arg(m_piece));
        large->adjustSize();
        large->move(window()->mapToGlobal(window()->rect().center()) - large->rect().center());
        large->show();
    });
}

QList<QWidget *> PhotoStrip::tabChain() const
{
    QList<QWidget *> chain = m_pictures;
    chain.append(m_add);
    return chain;
}

bool PhotoStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *pressed = static_cast<QKeyEvent *>(event);
    if (watched == m_add && pressed->matches(QKeySequence::Paste)) {
        const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
        if (holdsPhoto(mime))
            takeIn(mime);
        else
            Q_EMIT refused(tr("There is no picture in the clipboard."));
        return true;
    }
    const auto index = m_pictures.indexOf(qobject_cast<QWidget *>(watched));
    const bool removes = pressed->key() == Qt::Key_Delete || pressed->key() == Qt::Key_Backspace;
    if (index < 0 || !removes || m_readOnly)
        return QWidget::eventFilter(watched, event);
    m_photos.erase(m_photos.begin() + index);
    rebuild();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(m_photos);
    return true;
}

} // namespace thimblely::ui
