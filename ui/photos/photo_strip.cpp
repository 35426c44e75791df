// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/photo_strip.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/photos/camera_button.h"
#include "ui/photos/phone_folder.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QScreen>

namespace thimblely::ui {

namespace {

constexpr int pictureSize = 36;
constexpr int mostOffered = 4; // of the phone's newest

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

PhotoStrip::PhotoStrip(Desk &desk, const QString &of, std::vector<changes::Media> photos, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_of(of), m_photos(std::move(photos)), m_line(row(nullptr, 4)),
      m_add(new FlatButton(QString(), this))
{
    setLayout(m_line);
    m_add->setIconName("i-photo");
    m_add->setButtonSize(Button::Size::Small);
    m_add->setAccessibleName(tr("Photo of %1").arg(m_of));
    m_add->setToolTip(tr("A photo from a file, the phone or the camera; or drop one here, or paste it (Ctrl+V)"));
    m_add->installEventFilter(this);
    m_line->addWidget(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &PhotoStrip::offerSources);
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
        picture->setAccessibleName(tr("Photo %1 of %2").arg(i + 1).arg(m_of));
        picture->setAccessibleDescription(m_readOnly ? tr("Press to see it large")
                                                     : tr("Press to see it large, Delete to take it out"));
        picture->installEventFilter(this);
        connect(picture, &QAbstractButton::clicked, this, [this, photo = m_photos[i]] { showLarge(photo); });
        m_line->insertWidget(int(i), picture);
        picture->show();
        m_pictures.append(picture);
    }
    const bool waits = m_phone && m_phone->isWatching();
    m_add->setText(m_coming > 0                     ? tr("Taking it in\u2026")
                   : waits                          ? tr("Take it with the phone now")
                   : m_photos.empty() && !m_compact ? tr("Photo")
                                                    : QString());
    m_add->setHidden(m_readOnly || m_photos.size() >= m_most);
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

void PhotoStrip::setMost(int most)
{
    m_most = size_t(most);
    rebuild();
}

void PhotoStrip::setCompact(bool compact)
{
    m_compact = compact;
    rebuild();
}

void PhotoStrip::setPhotos(std::vector<changes::Media> photos)
{
    m_photos = std::move(photos);
    m_coming = 0;
    ++m_generation;
    if (m_phone)
        m_phone->stop();
    rebuild();
}

void PhotoStrip::offerSources()
{
    if (m_phone && m_phone->isWatching()) { // it waits no more
        m_phone->stop();
        rebuild();
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("From a &file\u2026"), this, &PhotoStrip::choose);
    menu->addAction(tr("With the &phone"), this, &PhotoStrip::takeFromPhone);
    menu->addAction(tr("With the &camera"), this, &PhotoStrip::useCamera);
    if (const QStringList newest = PhoneFolder::newest(mostOffered); !newest.isEmpty()) {
        menu->addSeparator();
        for (const QString &file : newest)
            menu->addAction(tr("Phone: %1").arg(isolated(QFileInfo(file).fileName())), this,
                            [this, file] { take(file); });
    }
    menu->addSeparator();
    menu->addAction(tr("Folder of the phone\u2026"), this, &PhotoStrip::choosePhoneFolder);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

//! The next picture that comes into its folder is taken in.
void PhotoStrip::takeFromPhone()
{
    if (PhoneFolder::path().isEmpty()) {
        choosePhoneFolder();
        return;
    }
    if (!m_phone) {
        m_phone = new PhoneFolder(this);
        connect(m_phone, &PhoneFolder::arrived, this, [this](const QString &file) {
            m_phone->stop();
            take(file);
        });
    }
    m_phone->watch();
    rebuild();
}

void PhotoStrip::choosePhoneFolder()
{
    auto *dialog = new FileDialog(window(), tr("Folder into which the phone puts its pictures"), PhoneFolder::path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        PhoneFolder::setPath(folder);
        takeFromPhone();
    });
    dialog->open();
}

void PhotoStrip::useCamera()
{
    takeByCamera(
        window(),
        [strip = QPointer(this)](const QImage &image) {
            if (strip)
                strip->take(image);
        },
        [strip = QPointer(this)](const QString &sentence) {
            if (strip)
                Q_EMIT strip->refused(sentence);
        });
}

void PhotoStrip::choose()
{
    auto *dialog = new FileDialog(window(), tr("Photo of %1").arg(m_of));
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
    if (m_photos.size() + size_t(m_coming) >= m_most) {
        Q_EMIT refused(tr("Of %1 at most %2 photos are kept.").arg(m_of).arg(m_most));
        return;
    }
    ++m_coming;
    rebuild();
    whenDone(takeInPhoto(std::move(source), m_desk.session().path()), this,
             [this, generation = m_generation](const auto &taken) {
                 if (generation != m_generation)
                     return;
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
        large->setAccessibleName(tr("Photo of %1").arg(m_of));
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
