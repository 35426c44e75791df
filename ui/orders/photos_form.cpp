// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/photos_form.h"

#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace thimblely::ui {

PhotosForm::PhotosForm(Desk &desk, QWidget *over)
    : SideForm(desk, {}, over), m_cameIn(addGroup(tr("As it came in"))),
      m_cloth(addGroup(tr("What was left of the cloth"))), m_left(addGroup(tr("As it left")))
{
    rows()->addStretch(1);
    primary()->hide(); // nothing is done here; F9 leads back, too
}

PhotosForm::Group PhotosForm::addGroup(const QString &name)
{
    const Group group{new Label(TextStyle::CaptionStrong, Role::Muted, name, body()),
                      new PhotoStrip(desk(), name, {}, body())};
    group.strip->setReadOnly(true);
    connect(group.strip, &PhotoStrip::refused, this, [this](const QString &why) { this->desk().notices().say(why); });
    rows()->addWidget(group.name);
    rows()->addWidget(group.strip, 0, Qt::AlignLeft);
    return group;
}

bool PhotosForm::isFor(const orders::Piece &piece)
{
    return !piece.facts.photos.empty() || piece.clothPhoto || !piece.leftPhotos.empty();
}

void PhotosForm::showGroup(const Group &group, const std::vector<changes::Media> &photos)
{
    group.strip->setPhotos(photos);
    group.name->setVisible(!photos.empty());
    group.strip->setVisible(!photos.empty());
}

void PhotosForm::begin(const orders::Piece &piece, const QString &what)
{
    showGroup(m_cameIn, piece.facts.photos);
    showGroup(m_cloth, piece.clothPhoto ? std::vector{*piece.clothPhoto} : std::vector<changes::Media>());
    showGroup(m_left, piece.leftPhotos);
    const PhotoStrip *const first = !piece.facts.photos.empty() ? m_cameIn.strip
                                    : piece.clothPhoto          ? m_cloth.strip
                                                                : m_left.strip;
    come(piece.id.toString(), what, tr("Photos"), what, first->tabChain().front());
}

void PhotosForm::submit()
{
    leave();
}

} // namespace thimblely::ui
