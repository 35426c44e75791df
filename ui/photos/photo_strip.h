// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"
#include "ui/photos/photo_intake.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMimeData;

namespace thimblely::ui {

class Button;
class Desk;
class PhoneFolder;

/*!
 * Photos of one thing, such as a piece as it came in: small pictures, and the way to one more: a file, what the phone
 * puts into its folder next, the camera, a drop on the row, or Ctrl+V on the button. A click shows one large, Delete
 * takes it out.
 */
class PhotoStrip : public QWidget {
    Q_OBJECT

public:
    //! `of`: what they are of, in a sentence ("piece 2").
    PhotoStrip(Desk &desk, const QString &of, std::vector<changes::Media> photos, QWidget *parent = nullptr);

    //! Whether something in it can be a photo; takeIn() then does it.
    static bool holdsPhoto(const QMimeData *mime);
    void takeIn(const QMimeData *mime);
    void setReadOnly(bool readOnly);
    //! Eight, unless said otherwise.
    void setMost(int most);
    //! No words on the way to the first one: an icon with its tool tip.
    void setCompact(bool compact);
    const std::vector<changes::Media> &photos() const { return m_photos; }
    //! Others from here on; those on their way in are dropped.
    void setPhotos(std::vector<changes::Media> photos);
    //! False while one is on its way in: what is written now would lack it.
    bool isWhole() const { return m_coming == 0; }
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void changed(const std::vector<thimblely::changes::Media> &photos);
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void offerSources();
    void choose();
    void takeFromPhone();
    void choosePhoneFolder();
    void useCamera();
    void take(PhotoSource source);
    void showLarge(const changes::Media &photo);

    Desk &m_desk;
    const QString m_of;
    std::vector<changes::Media> m_photos;
    QHBoxLayout *m_line;
    Button *m_add;
    QList<QWidget *> m_pictures;
    int m_coming = 0;     // on their way in
    int m_generation = 0; // of what it shows: a picture that comes in late belongs to what was shown then
    size_t m_most = 8;
    PhoneFolder *m_phone = nullptr; // once it was asked for
    bool m_readOnly = false;
    bool m_compact = false;
};

} // namespace thimblely::ui
