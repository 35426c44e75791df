// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"
#include "ui/orders/photo_intake.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMimeData;

namespace thimblely::ui {

class Button;
class Desk;

/*!
 * The photos of a piece as it came in: small pictures, and the way to one more from a file, by dropping it on the row
 * or by Ctrl+V on the button. A click shows one large, Delete takes it out.
 */
class PhotoStrip : public QWidget {
    Q_OBJECT

public:
    PhotoStrip(Desk &desk, int piece, std::vector<changes::Media> photos, QWidget *parent = nullptr);

    //! Whether something in it can be a photo; takeIn() then does it.
    static bool holdsPhoto(const QMimeData *mime);
    void takeIn(const QMimeData *mime);
    void setReadOnly(bool readOnly);
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void changed(const std::vector<thimblely::changes::Media> &photos);
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void choose();
    void take(PhotoSource source);
    void showLarge(const changes::Media &photo);

    Desk &m_desk;
    const int m_piece;
    std::vector<changes::Media> m_photos;
    QHBoxLayout *m_line;
    Button *m_add;
    QList<QWidget *> m_pictures;
    int m_coming = 0; // on their way in
    bool m_readOnly = false;
};

} // namespace thimblely::ui
