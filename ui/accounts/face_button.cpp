// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/face_button.h"

#include "core/base/initials.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int width100 = 168;
constexpr int height100 = 148; // 16 + 56 + 10 and the lines of name, job and the last one
constexpr int disc = 56;

QString jobText(const Face &face)
{
    return ui::jobText(face.role, face.job);
}

} // namespace

QString sinceText(const Face &face)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(face.since.msecs()).date();
    return FaceButton::tr("since %1").arg(QLocale().toString(day, QStringLiteral("d MMM yyyy")));
}

QString jobText(access::Role role, access::Job job)
{
    if (role == access::Role::Owner)
        return FaceButton::tr("Owner");
    switch (job) {
    case access::Job::Counter:
        return FaceButton::tr("Counter");
    case access::Job::Cutter:
        return FaceButton::tr("Cutter");
    case access::Job::Stitcher:
        return FaceButton::tr("Stitcher");
    case access::Job::Finisher:
        return FaceButton::tr("Finisher");
    default:
        return role == access::Role::Admin ? FaceButton::tr("Manager") : FaceButton::tr("Team");
    }
}

FaceButton::FaceButton(Face face, bool withShop, QWidget *parent)
    : QAbstractButton(parent), m_face(std::move(face)), m_last(withShop             ? m_face.shop
                                                               : m_face.hasNamesake ? sinceText(m_face)
                                                                                    : QString())
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(m_face.name);
    setAccessibleName(m_last.isEmpty() ? tr("%1, %2").arg(m_face.name, jobText(m_face))
                                       : tr("%1, %2, %3").arg(m_face.name, jobText(m_face), m_last));
    if (withShop)
        setToolTip(m_face.shop);
    setCursor(Qt::PointingHandCursor);
}

QSize FaceButton::sizeHint() const
{
    const Theme &theme = Theme::instance();
    // One size for all of them: those with a shop's name stand beside those without.
    return {theme.px(width100), theme.px(height100)};
}

void FaceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme.color(isChecked() ? Role::Accent : Role::Line), isChecked() ? 2 : 1));
    painter.setBrush(theme.color(isChecked() ? Role::Selected : underMouse() ? Role::Sunk : Role::Surface));
    painter.drawRoundedRect(isChecked() ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, metric::Radius, metric::Radius);

    const int size = theme.px(disc);
    const QRect circle(rect().center().x() - size / 2, theme.px(16), size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Sunk));
    painter.drawEllipse(circle);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(TextStyle::Heading));
    painter.drawText(circle, Qt::AlignCenter, initialsOf(m_face.name));

    const int margin = 8;
    const QRect name(margin, circle.bottom() + theme.px(10), width() - 2 * margin,
                     theme.lineHeight(TextStyle::InputStrong));
    painter.setFont(theme.font(TextStyle::InputStrong));
    painter.drawText(name, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(
                         m_face.name, m_face.hasNamesake ? Qt::ElideMiddle : Qt::ElideRight, name.width()));
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.color(Role::Muted));
    QRect line(margin, name.bottom() + 1, name.width(), theme.lineHeight(TextStyle::Caption));
    painter.drawText(line, Qt::AlignCenter, jobText(m_face));
    if (m_last.isEmpty())
        return;
    line.translate(0, line.height());
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Text));
    painter.drawText(line, Qt::AlignCenter, painter.fontMetrics().elidedText(m_last, Qt::ElideRight, line.width()));
}

} // namespace thimblely::ui
