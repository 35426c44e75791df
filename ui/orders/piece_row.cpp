// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_row.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/orders/colours.h"
#include "ui/orders/fact_chip.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/task_field.h"
#include "ui/orders/wearer_choice.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr int iconColumn = 44;
constexpr int priceWidth = 104;
constexpr int longestColour = 60;
constexpr int longestCondition = 200;

//! The colour of the cloth as a dot.
class Swatch : public QWidget {
public:
    Swatch(const QString &name, QWidget *parent) : QWidget(parent)
    {
        setFixedSize(18, 18);
        setColour(name);
    }
    void setColour(const QString &name)
    {
        m_colour = clothColour(name);
        setVisible(m_colour.isValid());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::instance().color(Role::Outline));
        painter.setBrush(m_colour);
        painter.drawEllipse(QRectF(1.5, 1.5, 15, 15));
    }

private:
    QColor m_colour;
};

//! A figure that does not hold any more, struck through.
class StruckLabel : public Label {
public:
    explicit StruckLabel(QWidget *parent) : Label(TextStyle::Body, Role::Muted, {}, parent) { hide(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Label::paintEvent(event);
        QPainter painter(this);
        painter.setPen(Theme::instance().color(Role::Muted));
        painter.drawLine(0, height() / 2 + 1, width(), height() / 2 + 1);
    }
};

QString colourText(const orders::PieceDraft &piece)
{
    return piece.mark.isEmpty() ? piece.colour : piece.colour + u' ' + piece.mark;
}

} // namespace

PieceRow::PieceRow(Desk &desk, int number, orders::PieceDraft piece, const QString &unreadPrice, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_number(number), m_piece(std::move(piece))
{
    auto *rows = column(nullptr, 0, QMargins(16 + iconColumn, 8, 16, 8));
    setLayout(rows);
    rows->addLayout(buildFirstLine());
    m_tasks = new FlowLayout(8, 4);
    m_task = new TaskField(m_desk, m_piece, this);
    m_task->setAccessibleName(tr("Next task of piece %1").arg(m_number));
    m_tasks->insertWidget(0, m_task);
    buildFacts();
    rows->addLayout(m_tasks);
    m_panels = column(nullptr, 0);
    rows->addLayout(m_panels);
    rows->addLayout(buildLastLine());
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    // As it is said at the counter: what, the tasks, the colour, the price; what was noted only where there is any.
    setTabOrder(m_kind, m_task);
    setTabOrder(m_task, m_colour);
    setTabOrder(m_colour, m_price);
    setTabOrder(m_price, m_condition);
    setTabOrder(m_condition, m_style);
    setTabOrder(m_style, m_cloth);
    setTabOrder(m_cloth, m_measures);
    setTabOrder(m_measures, m_measure);
    setTabOrder(m_measure, m_remove);
    buildConditions();
    addShortcuts();
    showTasks();
    showBefore();
    connect(&HideMoney::instance(), &HideMoney::changed, this, &PieceRow::showBefore);
    if (!unreadPrice.isEmpty()) {
        m_price->setText(unreadPrice);
        if (const auto read = checkPrice(); !read)
            setProblem(m_desk.sentence(read.error()));
    }
    connectFields();
    if (isGoods())
        hideWork();
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
}

QLayout *PieceRow::buildFirstLine()
{
    auto *line = row(nullptr, 4);
    auto *name = new Label(TextStyle::InputStrong, Role::Text, m_piece.name, this);
    m_kind = new FlatButton(QString(), this);
    m_kind->setButtonSize(Button::Size::Small);
    showKind();
    m_swatch = new Swatch(m_piece.colour, this);
    m_colour = new QuietEdit(QuietEdit::Look::Plain, TextStyle::Input, this);
    m_colour->setMaxLength(longestColour);
    m_colour->setText(colourText(m_piece));
    m_colour->setPlaceholderText(tr("colour, mark"));
    m_colour->setAccessibleName(tr("Colour and mark of piece %1").arg(m_number));
    m_price = new MoneyEdit(m_desk.profile().currency, this);
    m_price->setLocale(m_desk.locale());
    m_price->setFrame(false);
    m_price->setTextMargins(0, 0, -8, 0); // its figures end where the row does
    m_price->setAccessibleName(tr("Price of piece %1").arg(m_number));
    m_price->setPlaceholderText(tr("price"));
    m_price->setRoom(Theme::instance().px(priceWidth));
    if (m_piece.unitPrice)
        m_price->setValue(*m_piece.unitPrice);
    line->addWidget(name);
    line->addWidget(m_kind);
    line->addWidget(m_swatch);
    m_priceBefore = new StruckLabel(this);
    line->addWidget(m_colour, 1);
    line->addWidget(m_priceBefore);
    line->addWidget(m_price);
    if (isGoods())
        showGoods(*line);
    showSet(*line);
    return line;
}

QLayout *PieceRow::buildLastLine()
{
    auto *line = row(nullptr, 8);
    m_condition = new QuietEdit(QuietEdit::Look::Plain, TextStyle::Body, this);
    m_condition->setMaxLength(longestCondition);
    m_condition->setText(m_piece.condition.join(QStringLiteral(", ")));
    m_condition->setPlaceholderText(tr("+ Condition"));
    m_condition->setToolTip(tr("As it came in: shine on seat, button missing"));
    m_condition->setAccessibleName(tr("Condition of piece %1 as it came in").arg(m_number));
    m_remove = new FlatButton(QString(), this);
    m_remove->setIconName("i-x");
    m_remove->setButtonSize(Button::Size::Small);
    m_remove->setAccessibleName(tr("Take out piece %1, %2").arg(m_number).arg(m_piece.name));
    m_remove->setToolTip(tr("Take this piece out"));
    m_wearer = new WearerChoice(m_number, this);
    m_wearer->hide();
    buildPhotos();
    line->addWidget(m_condition, 1);
    line->addWidget(m_wearer);
    line->addWidget(m_photos);
    line->addWidget(m_remove);
    return line;
}

void PieceRow::setWearer(const QString &name, bool paysOwn)
{
    m_wearer->setWearer(name, paysOwn);
}

void PieceRow::connectFields()
{
    connect(m_kind, &QAbstractButton::clicked, this, [this] {
        m_piece.kind =
            m_piece.kind == orders::PieceKind::Make ? orders::PieceKind::Alteration : orders::PieceKind::Make;
        showKind();
        Q_EMIT edited(m_piece);
    });
    connect(m_task, &TaskField::passed, this, [this] { m_colour->setFocus(Qt::TabFocusReason); });
    connect(m_task, &QLineEdit::editingFinished, this, [this] {
        if (m_task->text().trimmed().isEmpty())
            m_changed.reset(); // it was taken out
    });
    connect(m_task, &TaskField::taskSaid, this, &PieceRow::addTask);
    connect(m_task, &QLineEdit::textChanged, this, &PieceRow::taskTyped);
    connect(m_task, &TaskField::copiesSaid, this, &PieceRow::copiesRequested);
    connect(m_colour, &QLineEdit::textEdited, this, &PieceRow::readColour);
    connect(m_colour, &QLineEdit::editingFinished, this, [this] { m_colour->setText(colourText(m_piece)); });
    connect(m_colour, &QLineEdit::returnPressed, this, [this] {
        if (!isColourClear())
            return;
        m_price->setFocus(Qt::TabFocusReason);
        m_price->selectAll();
    });
    connect(m_price, &QLineEdit::textEdited, this, &PieceRow::readPrice);
    connect(m_price, &QLineEdit::returnPressed, this, [this] {
        if (checkPrice())
            Q_EMIT finished();
        else
            m_price->selectAll(); // what is typed next mends it, instead of adding a piece
    });
    connect(m_condition, &QLineEdit::textEdited, this, &PieceRow::readCondition);
    connect(m_condition, &QLineEdit::returnPressed, this, &PieceRow::finished);
    connect(m_remove, &QAbstractButton::clicked, this, &PieceRow::removeRequested);
}

void PieceRow::showKind()
{
    const bool make = m_piece.kind == orders::PieceKind::Make;
    m_kind->setText(make ? tr("make") : tr("alter"));
    m_kind->setAccessibleName(make ? tr("Piece %1 is made new; press where it is altered").arg(m_number)
                                   : tr("Piece %1 is altered; press where it is made new").arg(m_number));
    m_kind->setToolTip(tr("Made new or altered"));
    showFacts();
}

void PieceRow::readColour()
{
    const QString typed = m_colour->text().simplified();
    if (!std::exchange(m_askedColour, {}).isEmpty())
        showProblem({});
    // "light blue" is a colour of two words, "navy pinstripe" a colour and its mark.
    const bool whole = clothColour(typed).isValid();
    m_piece.colour = whole ? typed : wholeColourName(typed.section(u' ', 0, 0));
    m_piece.mark = whole ? QString() : typed.section(u' ', 1);
    static_cast<Swatch *>(m_swatch)->setColour(m_piece.colour);
    Q_EMIT edited(m_piece);
}

//! Two letters that begin several colours are asked about once: kept as typed they would stand so on every paper.
bool PieceRow::isColourClear()
{
    const QStringList meant = coloursCalled(m_piece.colour);
    if (meant.size() < 2 || m_askedColour == m_piece.colour)
        return true;
    m_askedColour = m_piece.colour;
    m_colour->selectAll();
    showProblem(tr("“%1” is %2? One letter more says it; Enter again keeps it as typed.")
                    .arg(m_piece.colour, m_desk.locale().createSeparatedList(meant)));
    return false;
}

void PieceRow::setColour(const QString &colour, const QString &mark)
{
    if (m_colour->hasFocus() || (m_piece.colour == colour && m_piece.mark == mark))
        return;
    m_piece.colour = colour;
    m_piece.mark = mark;
    m_colour->setText(colourText(m_piece));
    static_cast<Swatch *>(m_swatch)->setColour(colour);
}

void PieceRow::readCondition()
{
    m_piece.condition.clear();
    const QStringList parts = m_condition->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            m_piece.condition.append(part.trimmed());
    }
    Q_EMIT edited(m_piece);
}

QList<QWidget *> PieceRow::tabChain() const
{
    QList<QWidget *> chain{m_kind};
    for (int i = 0; i < m_tasks->count(); ++i) {
        if (QWidget *widget = m_tasks->itemAt(i)->widget(); !factChain().contains(widget))
            chain.append(widget);
    }
    if (m_quantity)
        chain << m_colour << m_quantity;
    else
        chain << m_colour;
    chain << m_price << m_condition << m_wearer->focusTarget() << m_photos->tabChain() << factChain() << m_remove;
    erase_if(chain, [this](const QWidget *each) {
        return each->focusPolicy() == Qt::NoFocus || !each->isEnabled() || each->isHidden() ||
               (each == m_wearer->focusTarget() && m_wearer->isHidden());
    });
    return chain;
}

void PieceRow::focusColour()
{
    m_colour->setFocus(Qt::OtherFocusReason);
    m_colour->selectAll();
}

void PieceRow::focusFirst()
{
    if (m_quantity)
        focusQuantity();
    else
        m_task->setFocus(Qt::OtherFocusReason);
}

void PieceRow::setProblem(const QString &sentence)
{
    showProblem(sentence);
    setInputError(m_price, !sentence.isEmpty());
}

void PieceRow::showProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

bool PieceRow::isWorkedIn() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

//! Enter in a field is spent here: the pane would take it for one on its tiles.
void PieceRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
}

void PieceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    if (isWorkedIn())
        paintSelection(&painter, rect(), layoutDirection());
    paintFootLine(&painter, rect());
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(16, 14, 32, 32));
    paintIcon(&painter, garmentIcon(m_piece.garmentType), icon, theme.color(Role::Text), 28);
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(icon.translated(0, 40), Qt::AlignHCenter | Qt::AlignTop, m_desk.locale().toString(m_number));
}

} // namespace thimblely::ui
